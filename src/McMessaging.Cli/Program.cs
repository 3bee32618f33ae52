using McMessaging.Cli.Commands;
using McMessaging.Cli.Shell;

using var signal = new InterruptSignal();
return await McmsgCommand.RunAsync(args, CliConsole.OfProcess(), signal.Token);
