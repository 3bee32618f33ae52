System.Console.WriteLine("Nothing.");
