using System.Runtime.CompilerServices;
using System.Text.Json;
using McMessaging.Serialization;

namespace McMessaging.Endpoints;

/// <summary>
/// What a response, or one of its items, says of an error: by a code, by words that begin with a name, or by both.
/// </summary>
internal struct SaidError
{
    private bool _hasUnreadableCode;
    private bool _codesDiffer;

    public int? Code { readonly get; private set; }

    public string? Message { readonly get; private set; }

    /// <summary>Whether there is a code, readable or not.</summary>
    public bool HasCode { readonly get; private set; }

    /// <summary>The code; where there is none, that of the name with which the words begin.</summary>
    public readonly int? CodeOrName => Code ?? ErrorCatalogue.CodeOfMessage(Message);

    /// <summary>Whether anything in it tells of an error, even if something else tells of none.</summary>
    public readonly bool TellsOfErrors =>
        Code is not (null or 0) || _hasUnreadableCode || _codesDiffer || ErrorCatalogue.NamesError(Message);

    /// <summary>What it says of the one recipient that it stands beside.</summary>
    public readonly ItemStatus Status => CodeOrName switch
    {
        _ when _codesDiffer => ItemStatus.Missing,
        0 => TellsOfErrors ? ItemStatus.Missing : ItemStatus.Taken,
        null => TellsOfErrors || !string.IsNullOrWhiteSpace(Message) ? ItemStatus.Missing : ItemStatus.Taken,
        _ => ItemStatus.Refused,
    };

    // The service spells the member in two ways: both may be there, and one of them empty. "" is what it does not know.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void ReadCode(ref Utf8JsonReader reader)
    {
        var code = reader.ReadNumber();
        var isEmpty = reader.TokenType == JsonTokenType.Null
            || (reader.TokenType == JsonTokenType.String && reader.ValueSpan.IsEmpty);
        HasCode |= !isEmpty && reader.TokenType is (JsonTokenType.String or JsonTokenType.Number);
        _hasUnreadableCode |= code is null && !isEmpty;
        _codesDiffer |= code is not null && Code is not null && code != Code;
        Code ??= code;
    }

    public void ReadMessage(ref Utf8JsonReader reader)
    {
        var text = reader.ReadText();
        Message = string.IsNullOrWhiteSpace(Message) ? text : Message;
    }
}
