namespace McMessaging.Cli.Input;

internal enum InputFormat
{
    Csv,
    Json,
    Jsonl,
}
