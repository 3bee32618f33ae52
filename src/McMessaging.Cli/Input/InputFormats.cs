namespace McMessaging.Cli.Input;

internal static class InputFormats
{
    public static readonly string[] Names = ["csv", "json", "jsonl"];

    public static InputFormat? Parse(string? name) =>
        name is null ? null : Enum.Parse<InputFormat>(name, ignoreCase: true);

    public static InputFormat? OfExtension(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".CSV" => InputFormat.Csv,
        ".JSON" => InputFormat.Json,
        ".JSONL" or ".NDJSON" => InputFormat.Jsonl,
        _ => null,
    };

    /// <summary>Tells the format by the first character that is no white space.</summary>
    public static InputFormat OfContent(Stream content)
    {
        content.Position = 0;
        var first = content.ReadByte();
        while (first is ' ' or '\t' or '\r' or '\n' or 0xEF or 0xBB or 0xBF)
        {
            first = content.ReadByte();
        }

        return first switch
        {
            '[' => InputFormat.Json,
            '{' => InputFormat.Jsonl,
            _ => InputFormat.Csv,
        };
    }
}
