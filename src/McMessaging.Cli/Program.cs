using McMessaging.Cli.Commands;
using McMessaging.Cli.Shell;

using var signal = new InterruptSignal();
StandardStreams.Guard();
return StandardStreams.Check(await McmsgCommand.RunAsync(args, CliConsole.OfProcess(), signal.Token));
