using System.Runtime.CompilerServices;

namespace McMessaging.Recipients;

/// <summary>Turns input objects into recipients, and says what keeps one from being a recipient.</summary>
internal sealed class RecipientMapper(RecipientMapping mapping, MessageChannel channel, IRecordReader reader)
{
    private const int LongestMessageKey = 100;
    private readonly InputRecord _record = new();
    private readonly InputRecord _bag = new();
    private RecordShape? _shape;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Map(object? input, MappedRecipient recipient)
    {
        recipient.Clear();
        _record.Clear();
        try
        {
            recipient.Fault = reader.TryRead(input, _record) ? Fill(recipient) : FaultOfUnread(input);
        }
        catch (UnreadableMemberException exception)
        {
            recipient.Fault = RecipientFault.Unreadable(exception.Member, "its getter failed.");
        }
        catch (NotUnicodeException exception)
        {
            recipient.Fault = RecipientFault.Unreadable(RecordShape.BagName, exception.Message);
        }
        catch
        {
            // The members of the object before are not this one's, and some of its own are not all.
            recipient.Row?.Clear();
            throw;
        }

        recipient.Row?.Fill(_record, input);
    }

    private RecipientFault FaultOfUnread(object? input) => reader.Unwrap(input) is RecipientResult
        ? RecipientFault.ResultIsNoRecipient()
        : RecipientFault.NoMembers();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private RecipientFault? Fill(MappedRecipient recipient)
    {
        if (_shape is null || !_shape.Fits(_record))
        {
            _shape = new RecordShape(_record, mapping, channel);
        }

        var shape = _shape;
        if (shape.IsResult)
        {
            return RecipientFault.ResultIsNoRecipient();
        }

        if (shape.IsReturned && TakeReturned(shape, recipient) is { } lostKey)
        {
            return lostKey;
        }

        if (TakeText(shape.ContactKey, out var contactKey) is { } badContact)
        {
            return badContact;
        }

        if (TakeText(shape.To, out var to) is { } badTo)
        {
            return badTo;
        }

        if (TakeText(shape.MessageKey, out var messageKey) is { } badKey)
        {
            return badKey;
        }

        recipient.GivenTo = to;
        recipient.To = to is null ? null : Addresses.Clean(to.Trim(), channel);
        recipient.MessageKey = messageKey;
        recipient.ContactKey = contactKey?.Trim() ?? (mapping.UseAddressAsContactKey ? recipient.To : null);
        if (shape.MissingName is not null)
        {
            return RecipientFault.NoSuchMember(shape.MissingName, shape.Names);
        }

        if (to is not null && recipient.To is null)
        {
            return RecipientFault.MalformedAddress(_record.NameAt(shape.To), channel);
        }

        if (recipient.ContactKey is null)
        {
            return shape.ContactKey < 0
                ? RecipientFault.NoContactKeyMember(shape.Names)
                : RecipientFault.NoContactKey(_record.NameAt(shape.ContactKey));
        }

        if (messageKey?.Length > LongestMessageKey)
        {
            return RecipientFault.KeyTooLong();
        }

        return shape.Bag >= 0 ? TakeBag(shape.Bag, recipient) : TakeMembers(shape.Attributes, recipient);
    }

    private RecipientFault? TakeReturned(RecordShape shape, MappedRecipient recipient)
    {
        // A cell that cannot be read says nothing: the row is then taken for one that may have been sent.
        TakeText(shape.ReturnedKey, out var key);
        TakeText(shape.ReturnedOutcome, out var outcome);
        TakeText(shape.ReturnedCode, out var code);
        TakeText(shape.ReturnedName, out var name);
        TakeText(shape.ReturnedTime, out var time);
        TakeText(shape.ReturnedShard, out var shard);
        recipient.RejectedBy = RowShard.Read(shard);
        if (key is not null)
        {
            recipient.Returned = ReturnedRow.Read(key, outcome, code, name, time);
            return null;
        }

        return nameof(SendOutcome.Unknown).Equals(outcome, StringComparison.OrdinalIgnoreCase)
            ? RecipientFault.NoReturnedKey()
            : null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private RecipientFault? TakeText(int index, out string? text)
    {
        text = null;
        if (index < 0)
        {
            return null;
        }

        var name = _record.NameAt(index);
        try
        {
            var isSingle = ScalarText.TryFormat(reader.Unwrap(_record.ValueAt(index)), out text);
            if (!isSingle)
            {
                return RecipientFault.Unreadable(name, "it is not a single value.");
            }
        }
        catch (InvalidOperationException exception)
        {
            return RecipientFault.Unreadable(name, exception.Message);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            text = null;
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private RecipientFault? TakeMembers(int[] members, MappedRecipient recipient)
    {
        foreach (var index in members)
        {
            var fault = AttributeMapper.Add(
                recipient.Attributes, _record.NameAt(index), _record.ValueAt(index), reader);
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private RecipientFault? TakeBag(int index, MappedRecipient recipient)
    {
        _bag.Clear();
        var bag = reader.Unwrap(_record.ValueAt(index));
        if (ScalarText.TryFormat(bag, out var text) && text is null)
        {
            return null;
        }

        if (text is not null || !reader.TryRead(bag, _bag))
        {
            return RecipientFault.Unreadable(_record.NameAt(index), "it is neither a hashtable nor an object.");
        }

        for (var i = 0; i < _bag.Count; i++)
        {
            var fault = AttributeMapper.Add(recipient.Attributes, _bag.NameAt(i), _bag.ValueAt(i), reader);
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }
}
