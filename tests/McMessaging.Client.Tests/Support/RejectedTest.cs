using System.Collections.Specialized;

namespace McMessaging.Client.Tests.Support;

/// <summary>A test with a file of rejected rows beside its journal.</summary>
public abstract class RejectedTest : JournalTest
{
    private protected string RejectedPath => FileAt("rejected.csv");

    /// <summary>A run without a journal that keeps rejected rows.</summary>
    private protected SendOptions Keeping => Options with { JournalPath = null, RejectedPath = RejectedPath };

    private protected OrderedDictionary[] Rejected => CsvText.Read(RejectedPath);

    private protected static OrderedDictionary Row(string contactKey, string? to = null, string? messageKey = null)
    {
        var row = new OrderedDictionary
        {
            ["ContactKey"] = contactKey,
            ["To"] = to ?? contactKey + "@example.com",
            ["FirstName"] = "Name of " + contactKey,
        };
        if (messageKey is not null)
        {
            row["MessageKey"] = messageKey;
        }

        return row;
    }

    /// <summary>What the file holds, for the next run; the file itself makes room for that run's own.</summary>
    private protected OrderedDictionary[] TakeRejected()
    {
        var rows = Rejected;
        File.Delete(RejectedPath);
        return rows;
    }

    /// <summary>How many messages a contact got.</summary>
    private protected int MessagesOf(string contactKey) =>
        Service.Accepted.Count(accepted => accepted.ContactKey == contactKey);

    /// <summary>The row as somebody corrects it.</summary>
    private protected static object Correct(OrderedDictionary row)
    {
        row["To"] = "corrected@example.com";
        row["ContactKey"] = row["ContactKey"] is "" ? "D" : row["ContactKey"];
        return row;
    }
}
