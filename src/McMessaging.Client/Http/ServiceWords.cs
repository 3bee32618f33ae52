using System.Text.Json;
using McMessaging.Serialization;

namespace McMessaging.Http;

/// <summary>What a host says in words, if a person may read it: some services and proxies repeat the request.</summary>
internal static class ServiceWords
{
    private const int MaxLength = 200;

    // Shorter pieces stand in anybody's sentences; somewhat longer ones inside of ordinary words.
    private const int ShortestPiece = 4;
    private const int ShortestPieceOfWords = 8;

    private static readonly string[] PublicMembers = ["definitionKey", "messageKey", "client_id", "grant_type"];
    private static readonly string[] NamedByUser = ["attributes", "SubscriberAttributes"];

    /// <summary>The words after a status, on one line and cut; nothing if they hold a piece of the request.</summary>
    /// <param name="words">The words.</param>
    /// <param name="secret">The secret or the token that the request carried.</param>
    /// <param name="body">The request's body.</param>
    public static string AfterStatus(string words, string secret, ReadOnlyMemory<byte>? body) =>
        Repeat(words, secret, body) ? "" : $": {OneLine.Of(words, MaxLength)}";

    /// <summary>Whether words hold a piece of the request.</summary>
    /// <inheritdoc cref="AfterStatus"/>
    public static bool Repeat(string words, string secret, ReadOnlyMemory<byte>? body)
    {
        var plain = QuotedText.Plain(words);
        var letters = QuotedText.Letters(plain);
        return (secret.Length > 0 && plain.Contains(secret, StringComparison.OrdinalIgnoreCase))
            || HoldsLetters(letters, secret)
            || (body is { } json && PiecesOf(json).Any(piece => Holds(plain, piece) || HoldsLetters(letters, piece)));
    }

    // However a piece was broken up: by what stands between its letters on either side, it is still the same.
    private static bool HoldsLetters(string letters, string piece) =>
        QuotedText.Letters(piece) is { Length: >= ShortestPieceOfWords } own
        && letters.Contains(own, StringComparison.OrdinalIgnoreCase);

    private static bool Holds(string plain, string piece) => piece.Length switch
    {
        < ShortestPiece => false,
        < ShortestPieceOfWords => HoldsAsWord(plain, piece),
        _ => plain.Contains(piece, StringComparison.OrdinalIgnoreCase),
    };

    private static bool HoldsAsWord(string plain, string piece)
    {
        for (var at = 0; (at = plain.IndexOf(piece, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + piece.Length;
            if ((at == 0 || !char.IsLetterOrDigit(plain[at - 1]))
                && (end == plain.Length || !char.IsLetterOrDigit(plain[end])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All names and texts in a body that say something of a recipient.</summary>
    private static HashSet<string> PiecesOf(ReadOnlyMemory<byte> body)
    {
        var pieces = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        using var document = JsonElementExtensions.TryParseObject(body);
        if (document is not null)
        {
            AddPieces(document.RootElement, pieces, areNamesPieces: false);
        }

        return pieces;
    }

    private static void AddPieces(JsonElement element, HashSet<string> pieces, bool areNamesPieces)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
            {
                if (areNamesPieces)
                {
                    pieces.Add(member.Name);
                }

                if (areNamesPieces || !PublicMembers.Contains(member.Name, StringComparer.Ordinal))
                {
                    AddPieces(member.Value, pieces, NamedByUser.Contains(member.Name, StringComparer.Ordinal));
                }
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                AddPieces(item, pieces, areNamesPieces);
            }
        }
        else if (element.ValueKind == JsonValueKind.String)
        {
            pieces.Add(element.GetString()!);
        }
    }
}
