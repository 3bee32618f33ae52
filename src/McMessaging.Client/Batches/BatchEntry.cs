namespace McMessaging.Batches;

/// <summary>One input object's place in a batch: decided already, or to be sent.</summary>
/// <param name="Index">The input object's place in the input, from 1.</param>
/// <param name="MessageKey">The key it is sent with.</param>
/// <param name="ContactKey">The contact key.</param>
/// <param name="To">The address.</param>
/// <param name="MayBeTaken">Whether an earlier run sent it and never learned the outcome.</param>
/// <param name="Decided">The result, if nothing is to be sent.</param>
internal readonly record struct BatchEntry(
    long Index, string? MessageKey, string? ContactKey, string? To, bool MayBeTaken, RecipientResult? Decided);
