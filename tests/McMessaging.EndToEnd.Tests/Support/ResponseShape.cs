namespace McMessaging.EndToEnd.Tests.Support;

/// <summary>How the sandbox's answers reach the client.</summary>
public enum ResponseShape
{
    AsTheyAre,
    WithUnknownMembers,
    WithNamesInOtherCase,
    WithNumbersAsText,
}
