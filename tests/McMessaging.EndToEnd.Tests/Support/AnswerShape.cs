namespace McMessaging.EndToEnd.Tests.Support;

/// <summary>How the sandbox's answers reach the client.</summary>
public enum AnswerShape
{
    AsTheyAre,
    WithUnknownMembers,
    WithNamesInOtherCase,
    WithNumbersAsText,
}
