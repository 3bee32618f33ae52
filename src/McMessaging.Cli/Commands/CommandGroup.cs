using System.CommandLine;
using McMessaging.Cli.Sending;
using McMessaging.Cli.Shell;

namespace McMessaging.Cli.Commands;

/// <summary>A command that needs one of its subcommands, and says so: a script that forgot it did nothing.</summary>
internal abstract class CommandGroup : Command
{
    protected CommandGroup(string name, string description, CliConsole console)
        : base(name, description)
    {
        SetAction(_ =>
        {
            var choices = string.Join(", ", Subcommands.Select(command => $"mcmsg {Name} {command.Name}"));
            console.WriteErrorLine($"mcmsg: Which messages? Give one of: {choices}.");
            console.WriteErrorLine($"See: mcmsg {Name} --help");
            return ExitCodes.BadInput;
        });
    }
}
