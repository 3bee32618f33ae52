using McMessaging.Docs;

if (args.Length != 1)
{
    Console.Error.WriteLine("Usage: McMessaging.Docs REPOSITORY");
    return 2;
}

foreach (var file in HelpFiles.Generate(args[0]))
{
    Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
    File.WriteAllText(file.Path, file.Text);
    Console.WriteLine(file.Path);
}

return 0;
