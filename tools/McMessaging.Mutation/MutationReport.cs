using System.Globalization;

namespace McMessaging.Mutation;

/// <summary>The scores, as a table of Markdown, and the faults that nobody noticed, as CSV.</summary>
internal sealed class MutationReport(IReadOnlyList<Fault> faults, IReadOnlyCollection<Trial> trials)
{
    private readonly IReadOnlyList<Score> _scores = Score.Of(faults, trials);

    public bool IsEnough => _scores.All(score => score.IsEnough);

    public void WriteScores(TextWriter output)
    {
        output.WriteLine("| Folder | Faults | Unnoticed | Noticed |");
        output.WriteLine("|:--|--:|--:|--:|");
        foreach (var score in _scores)
        {
            var tooLow = score.IsEnough ? "" : " TOO LOW |";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {score.Name} | {score.Faults:#,0} | {score.Unnoticed:#,0} | {score.Percent:0.0} % |{tooLow}"));
        }
    }

    public void WriteSurvivors(TextWriter output)
    {
        output.WriteLine("Place,Kind,Original,Replacement,Verdict");
        var unnoticed = trials.Where(trial => !trial.IsNoticed).ToDictionary(trial => trial.Fault);
        foreach (var fault in faults)
        {
            if (unnoticed.TryGetValue(fault.Id, out var trial))
            {
                output.WriteLine(string.Join(
                    ',',
                    Quoted($"{fault.File}:{fault.Line}"),
                    Quoted(fault.Kind),
                    Quoted(fault.Original),
                    Quoted(fault.Replacement),
                    trial.Finding.Verdict));
            }
        }
    }

    private static string Quoted(string value) => $"\"{value.Replace("\"", "\"\"")}\"";
}
