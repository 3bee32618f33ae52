using System.Reflection;
using McMessaging.Client.Tests.Support;
using McMessaging.Recipients;

namespace McMessaging.Client.Tests.Errors;

/// <summary>Scripts decide by codes, names and whether a retry helps: these change only on purpose.</summary>
public sealed class ErrorCatalogueEntriesTests
{
    /// <summary>A wanted change: copy the file that is named in the failure over <c>ErrorCatalogue.txt</c>.</summary>
    [Fact]
    public void They_are_the_approved_ones()
    {
        var approved = Repository.PathOf("tests", "McMessaging.Client.Tests", "Errors", "ErrorCatalogue.txt");
        var received = Path.Combine(AppContext.BaseDirectory, "ErrorCatalogue.txt");
        var entries = ErrorCatalogue.All.Select(Describe).ToArray();
        File.WriteAllLines(received, entries);

        var expected = File.ReadAllLines(approved);

        Assert.True(
            expected.SequenceEqual(entries),
            $"""
            Not in {approved}, or in another order:
            {string.Join('\n', entries.Except(expected))}
            No longer there:
            {string.Join('\n', expected.Except(entries))}
            If that is meant, copy {received} over it.
            """);
    }

    [Fact]
    public void Each_status_of_a_message_has_its_entry_and_on_sms_that_of_the_delivery_first()
    {
        var delivery = EntriesOf(ErrorLevel.SmsDelivery).ToDictionary(entry => entry.Code!.Value);

        Assert.All(EntriesOf(ErrorLevel.Subscriber), entry =>
        {
            Assert.Same(entry, ErrorCatalogue.OfStatus(MessageChannel.Email, entry.Code));
            Assert.Same(
                delivery.GetValueOrDefault(entry.Code!.Value, entry),
                ErrorCatalogue.OfStatus(MessageChannel.Sms, entry.Code));
        });
        Assert.All(
            delivery.Values, entry => Assert.Same(entry, ErrorCatalogue.OfStatus(MessageChannel.Sms, entry.Code)));
        Assert.Null(ErrorCatalogue.OfStatus(MessageChannel.Email, 4000));
        Assert.Null(ErrorCatalogue.OfStatus(MessageChannel.Sms, null));
    }

    [Fact]
    public void Every_fault_of_an_input_object_is_there_with_its_code()
    {
        var faults = typeof(RecipientFault).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == typeof(RecipientFault))
            .Select(method => method.Invoke(null, [.. method.GetParameters().Select(AnyValue)]))
            .Cast<RecipientFault>()
            .ToArray();

        Assert.True(faults.Length > 5);
        Assert.All(faults, fault => Assert.Equal(fault.Code, Assert.Single(ErrorCatalogue.Find(fault.Name)).Code));
    }

    private static object? AnyValue(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => "any",
        var type when type == typeof(IEnumerable<string>) => Array.Empty<string>(),
        var type => Activator.CreateInstance(type),
    };

    private static IEnumerable<ErrorInfo> EntriesOf(ErrorLevel level) =>
        ErrorCatalogue.All.Where(entry => entry.Level == level);

    // Level, code, name, HTTP status, whether a retry helps, channels; a dash for none.
    private static string Describe(ErrorInfo entry) => string.Join(
        ' ',
        entry.Level,
        entry.Code?.ToString() ?? "-",
        entry.Name,
        entry.HttpStatus?.ToString() ?? "-",
        entry.RepeatHelps,
        string.Join(',', entry.Channels));
}
