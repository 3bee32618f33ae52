Console.WriteLine("mcmsg");
