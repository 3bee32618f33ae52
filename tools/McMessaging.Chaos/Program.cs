using System.CommandLine;
using McMessaging.Chaos;

var runs = new Option<int>("--runs")
{
    Description = "How many runs, with as many seeds.",
    DefaultValueFactory = _ => 20,
};
var seed = new Option<int>("--seed")
{
    Description = "The first run's seed.",
    DefaultValueFactory = _ => Random.Shared.Next(1, 90_000),
};
var recipients = new Option<int>("--recipients")
{
    Description = "Recipients of a run.",
    DefaultValueFactory = _ => 10_000,
};
var batchSize = new Option<int>("--batch-size")
{
    Description = "Recipients of a request.",
    DefaultValueFactory = _ => 100,
};
var stages = new Option<int>("--stages")
{
    Description = "How often a run is stopped, in one of five ways, before it may end.",
    DefaultValueFactory = _ => 5,
};
var command = new RootCommand(
    "Sends through a faulty service, is stopped in every way and resumed, and counts what was lost or sent twice.")
{
    runs, seed, recipients, batchSize, stages,
};
command.SetAction(async arguments =>
{
    var dirty = 0;
    var first = arguments.GetValue(seed);
    Console.WriteLine(ChaosReport.Heading);
    for (var run = 0; run < arguments.GetValue(runs); run++)
    {
        var report = await ChaosRun.ExecuteAsync(new ChaosOptions(
            arguments.GetValue(recipients), arguments.GetValue(batchSize), arguments.GetValue(stages), first + run));
        Console.WriteLine(report);
        if (!report.IsClean)
        {
            dirty++;
        }
    }

    return dirty == 0 ? 0 : 1;
});
return await command.Parse(args).InvokeAsync();
