using System.CommandLine;
using McMessaging.Mutation;

var root = new Option<DirectoryInfo>("--root")
{
    Description = "The repository.",
    DefaultValueFactory = _ => new DirectoryInfo(Environment.CurrentDirectory),
};
var folders = new Option<string[]>("--folder")
{
    Description = "A folder of the engine; may be given several times. All, if none is.",
    DefaultValueFactory = _ => [],
};
var lanes = new Option<int>("--lanes")
{
    Description = "How many faults are tried side by side.",
    DefaultValueFactory = _ => Environment.ProcessorCount,
};
var isContinued = new Option<bool>("--continue")
{
    Description = "Goes on where a run was stopped, with the faults that it had.",
};
var program = new Argument<string>("program");
var fault = new Argument<int>("fault");
var worker = new Command("worker", "What a run starts for its tests.") { program, fault };
worker.Hidden = true;
worker.SetAction(arguments => Worker.Run(arguments.GetValue(program)!, arguments.GetValue(fault)));
var command = new RootCommand(
    "Puts faults into the engine, one at a time, and tells which of them the engine's own tests do not notice.")
{
    root, folders, lanes, isContinued, worker,
};
command.SetAction(async arguments =>
{
    var files = new MutationFiles(arguments.GetValue(root)!.FullName);
    var report = await MutationRun.ExecuteAsync(
        files, arguments.GetValue(folders)!, arguments.GetValue(lanes), arguments.GetValue(isContinued));
    report.WriteScores(Console.Out);
    Console.WriteLine($"What no test noticed: {files.Survivors}");
    return report.IsEnough ? 0 : 1;
});
return await command.Parse(args).InvokeAsync();
