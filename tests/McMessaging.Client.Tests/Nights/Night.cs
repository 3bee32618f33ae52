using System.Collections.Specialized;
using System.Globalization;
using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Nights;

/// <summary>
/// One night and its morning: the job as the how-to has it, with whatever comes between, until nothing more can be
/// done for its rows.
/// </summary>
internal sealed class Night(int number, NightService service, Random random, string folder)
{
    private const int MostStarts = 4;
    private const int MostCorrections = 4;
    private readonly NightReport _report = new();
    private readonly Dictionary<string, RecipientResult> _last = [];

    private readonly MessageChannel _channel =
        random.Next(3) == 0 ? MessageChannel.Triggered : (MessageChannel)random.Next(2);

    private readonly bool _hasOwnKeys = random.Next(2) == 0;

    public async Task<NightReport> PassAsync()
    {
        Directory.CreateDirectory(folder);
        service.HasTroubles = true;
        var input = Enumerable.Range(1, 1 + random.Next(40)).Select(Row).ToArray();
        var rejected = await SendAsync(input, round: 0);
        for (var round = 1; round <= MostCorrections && rejected is not null; round++)
        {
            // In the morning somebody corrects what was refused and feeds the file to the same command.
            OrderedDictionary[] corrected = [.. CsvText.Read(rejected).Select(Correct)];
            if (NightJob.HashOf(corrected) == NightJob.HashOf(input))
            {
                // What is left is of unknown outcome, and too old to be sent again.
                break;
            }

            _report.Events.Add(NightEvent.RowsFedBack);
            service.HasTroubles = round < MostCorrections - 1;
            input = corrected;
            rejected = await SendAsync(input, round);
        }

        Check(rejected);
        service.Time.Advance(TimeSpan.FromHours(24));
        return _report;
    }

    private OrderedDictionary Row(int i)
    {
        var row = new OrderedDictionary
        {
            ["ContactKey"] = string.Create(CultureInfo.InvariantCulture, $"n{number}-{i}"),
            ["To"] = random.Next(15) == 0 ? "no address" : Address(i),
            ["FirstName"] = "Zoë; \"Z\"",
        };
        if (_hasOwnKeys)
        {
            var prefix = random.Next(15) == 0 ? "bad-" : "";
            row["MessageKey"] = string.Create(CultureInfo.InvariantCulture, $"{prefix}order-{number}-{i}");
        }

        return row;
    }

    private string Address(int i) => _channel == MessageChannel.Sms
        ? string.Create(CultureInfo.InvariantCulture, $"1555{number:000}{i:0000}")
        : string.Create(CultureInfo.InvariantCulture, $"n{number}-{i}@example.com");

    private OrderedDictionary Correct(OrderedDictionary row)
    {
        row["To"] = row["To"] is "no address" ? Address(999) : row["To"];
        if (row["MessageKey"] is string key && key.StartsWith("bad-", StringComparison.Ordinal))
        {
            row["MessageKey"] = key["bad-".Length..];
        }

        return row;
    }

    /// <summary>Runs the job until it ends by itself, and gives the file of what was refused, if any was.</summary>
    private async Task<string?> SendAsync(OrderedDictionary[] input, int round)
    {
        var begun = service.Time.GetUtcNow();
        var isEdited = false;
        for (var start = 1; ; start++)
        {
            var job = new NightJob(service, folder, Options(input), input);
            var isLast = start >= MostStarts;
            if (!isLast && random.Next(3) == 0)
            {
                service.KillSoon();
            }

            var end = await job.RunAsync(hasTokenTrouble: !isLast && random.Next(20) == 0);
            service.KillNoMore();
            if (end == NightEnd.Finished)
            {
                Note(job.Results);
                _report.Problems.AddRange(job.Problems.Select(problem => $"night {number}, round {round}: {problem}"));
                return File.Exists(job.RejectedPath) ? job.RejectedPath : null;
            }

            _report.Events.Add(end == NightEnd.Killed ? NightEvent.Kill : NightEvent.TokenTrouble);
            Wait(isEdited);
            var isKeyKnown = service.Time.GetUtcNow() - begun < TimeSpan.FromHours(48);
            if (_hasOwnKeys && isKeyKnown && _channel != MessageChannel.Triggered && random.Next(5) == 0)
            {
                // With keys of their own, rows may be edited and begun anew while the service knows what it took.
                _report.Events.Add(NightEvent.Edit);
                isEdited = true;
                input[random.Next(input.Length)]["FirstName"] = "Edited " + start;
            }
        }
    }

    /// <param name="isSoon">The new run of an edited input does not know when the keys were first used.</param>
    private void Wait(bool isSoon)
    {
        if (isSoon)
        {
            service.Time.Advance(TimeSpan.FromHours(1));
            return;
        }

        var isDays = random.Next(12) == 0;
        _report.Events.Add(isDays ? NightEvent.RestartDaysLater : NightEvent.RestartAfterMidnight);
        service.Time.Advance(isDays ? TimeSpan.FromHours(50) : TimeSpan.FromHours(random.Next(1, 20)));
    }

    private SendOptions Options(OrderedDictionary[] input) => new()
    {
        Channel = _channel,
        DefinitionKey = "welcome",
        BatchSize = _channel == MessageChannel.Triggered ? null : 4,
        ThrottleLimit = 1 + random.Next(4),
        RunId = NightJob.HashOf(input),
    };

    private void Note(IReadOnlyList<RecipientResult> results)
    {
        foreach (var result in results)
        {
            _last[result.ContactKey!] = result;
            _report.Events.Add(Enum.Parse<NightEvent>(result.Outcome.ToString()));
        }

        if (results.Any(result => result.Outcome == SendOutcome.Cancelled))
        {
            _report.Events.Add(NightEvent.RunPutOff);
        }
    }

    private void Check(string? rejected)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"n{number}-");
        var messages = service.Accepted
            .Where(accepted => accepted.ContactKey.StartsWith(prefix, StringComparison.Ordinal))
            .GroupBy(accepted => accepted.ContactKey)
            .ToDictionary(group => group.Key, group => group.Count());
        var left = rejected is null
            ? []
            : CsvText.Read(rejected).ToDictionary(row => (string)row["ContactKey"]!, row => (string)row["McOutcome"]!);
        foreach (var (contactKey, result) in _last)
        {
            var problem = ProblemOf(result, messages.GetValueOrDefault(contactKey), left.GetValueOrDefault(contactKey));
            if (problem is not null)
            {
                _report.Problems.Add($"night {number} ({_channel}), {contactKey}: {problem}; last {result.Outcome} "
                    + $"{result.ErrorCode} {result.ErrorName}");
            }
        }
    }

    private static string? ProblemOf(RecipientResult result, int messages, string? left)
    {
        var isTaken = result.Outcome.IsAccepted();
        var isKnown = result.Outcome != SendOutcome.Unknown && result.ErrorCode != 109110;
        return messages > 1 ? $"{messages} messages"
            : isTaken && messages == 0 ? "accepted without a message"
            : isKnown && !isTaken && messages > 0 ? "a message that was not accepted"
            : isTaken && left is not null ? $"accepted, and in the file of refused rows as {left}"
            : !isTaken && left != result.Outcome.ToString() ? $"in the file of refused rows as {left ?? "nothing"}"
            : null;
    }
}
