using System.CommandLine;
using McMessaging.Load;

var minutes = new Option<double>("--minutes")
{
    Description = "How long rows are sent.",
    DefaultValueFactory = _ => 30,
};
var concurrency = new Option<int>("--concurrency")
{
    Description = "Requests in flight, of each side.",
    DefaultValueFactory = _ => 50,
};
var latency = new Option<int>("--latency")
{
    Description = "Milliseconds by which every response is late: the less, the more requests.",
    DefaultValueFactory = _ => 300,
};
var sends = new Option<int>("--sends")
{
    Description = "The least number of sends in the PowerShell process.",
    DefaultValueFactory = _ => 200,
};
var seed = new Option<int>("--seed")
{
    Description = "Decides the faults.",
    DefaultValueFactory = _ => Random.Shared.Next(1, 90_000),
};
var module = new Option<FileInfo>("--module")
{
    Description = "The manifest of the built module.",
    Required = true,
};
var samples = new Option<string?>("--samples")
{
    Description = "A file for all samples, as CSV.",
};
var command = new RootCommand(
    "Sends for minutes through a faulty service, from mcmsg and from one PowerShell process, and tells whether what "
        + "they hold stays as it is, and whether their results are what the service took.")
{
    minutes, concurrency, latency, sends, seed, module, samples,
};
command.SetAction(async arguments =>
{
    var report = await LoadRun.ExecuteAsync(new LoadOptions(
        TimeSpan.FromMinutes(arguments.GetValue(minutes)),
        arguments.GetValue(concurrency),
        arguments.GetValue(latency),
        arguments.GetValue(sends),
        arguments.GetValue(seed),
        arguments.GetValue(module)!.FullName));
    report.Write(Console.Out);
    if (arguments.GetValue(samples) is { } path)
    {
        using var file = new StreamWriter(path);
        report.WriteSamples(file);
    }

    return report.IsClean ? 0 : 1;
});
return await command.Parse(args).InvokeAsync();
