using System.Text.Json;

namespace McMessaging.Cli.Input;

/// <summary>A JSON array of objects, read with no more than one of them in memory.</summary>
internal sealed class JsonArrayRecords(InputContent content, string name, bool keepsRecords = false)
    : JsonRecords(name, keepsRecords)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isLastBlock;
    private bool _isInArray;
    private long _line = 1;
    private JsonReaderState _state;

    private enum Step
    {
        NeedMoreData,
        ArrayBegins,
        Record,
        ArrayEnds,
    }

    public override bool Read()
    {
        while (true)
        {
            switch (TryStep())
            {
                case Step.NeedMoreData:
                    Fill();
                    break;
                case Step.Record:
                    return true;
                case Step.ArrayEnds:
                    return false;
            }
        }
    }

    protected override void Dispose(bool disposing) => _buffer = [];

    private Step TryStep()
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isLastBlock, _state);
        try
        {
            if (!reader.Read())
            {
                return Step.NeedMoreData;
            }

            if (_isInArray && reader.TokenType == JsonTokenType.EndArray)
            {
                return TryEnd();
            }

            Line = _line + Lines((int)reader.TokenStartIndex);
            content.Line = Line;
            return _isInArray ? TryTakeRecord(ref reader) : Enter(reader);
        }
        catch (JsonException exception)
        {
            throw NotJson(exception, exception.LineNumber + 1 ?? Line);
        }
    }

    private Step Enter(in Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Broken(
                "the text is not an array.", "Put the objects in [ ], or use --format jsonl for one object per line.");
        }

        _isInArray = true;
        Consume(reader);
        return Step.ArrayBegins;
    }

    private Step TryTakeRecord(ref Utf8JsonReader reader)
    {
        if (!JsonDocument.TryParseValue(ref reader, out var document))
        {
            return Step.NeedMoreData;
        }

        Consume(reader);
        Take(document);
        return Step.Record;
    }

    private Step TryEnd()
    {
        if (!_isLastBlock)
        {
            return Step.NeedMoreData;
        }

        // Anything but white space behind the array makes a read throw.
        var rest = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), isFinalBlock: true, _state);
        while (rest.Read())
        {
        }

        return Step.ArrayEnds;
    }

    private void Consume(in Utf8JsonReader reader)
    {
        var consumed = (int)reader.BytesConsumed;
        _line += Lines(consumed);
        _start += consumed;
        _state = reader.CurrentState;
        content.BeginRecord(_line);
    }

    private int Lines(int length) => _buffer.AsSpan(_start, length).Count((byte)'\n');

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = content.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isLastBlock = read == 0;
    }
}
