using System.Reflection;
using System.Runtime.CompilerServices;

namespace McMessaging.Tests.HostileText;

/// <summary>
/// What any object of the public types says of itself: it stands in errors, prompts and lists, and so is one line that
/// moves no cursor and shows no address.
/// </summary>
public sealed class ObjectTextTests
{
    private const string Address = "sentinel@example.com";
    private const string Hostile =
        "key\u001b[2J\a\r\nAll accepted\u202E\u2066\u200B\u009B31m\u0085\u2028\uD83D" + Address;

    private static readonly Assembly[] Assemblies =
        [typeof(Connection).Assembly, typeof(SendResult).Assembly, typeof(Sandbox).Assembly];

    // What the caller of the library makes, and what holds our own words alone.
    private static readonly Type[] OfOwnWords =
    [
        typeof(ErrorInfo), typeof(RecipientMapping), typeof(NotSentOptions), typeof(RejectedFileFormat),
        typeof(SandboxFaultInfo), typeof(SandboxFaultRule), typeof(Sandbox),
    ];

    private static readonly Type[] All =
    [
        .. from assembly in Assemblies
           from type in assembly.GetExportedTypes()
           where type is { IsAbstract: false, IsEnum: false, ContainsGenericParameters: false }
               && type.GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType!.Assembly == type.Assembly
               && type.BaseType != typeof(MulticastDelegate)
               && !OfOwnWords.Contains(type)
           select type,
    ];

    public static TheoryData<Type> Types => [.. All];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_text_is_one_line_whatever_the_object_holds(Type type)
    {
        var text = Make(type).ToString()!;

        Assert.All(text.Split(' '), word => Assert.Equal(OneLine.Of(word, 5000), word));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_text_shows_no_address(Type type) => Assert.DoesNotContain(
        Address, Make(type, field => IsPersonal(field.Name) ? Address : "x").ToString(), StringComparison.Ordinal);

    [Fact]
    public void All_results_are_among_the_types() => Assert.Empty(
        new[] { typeof(SendResult), typeof(TriggeredSendResult), typeof(RecipientResult), typeof(Recipient) }
            .Except(All));

    private static bool IsPersonal(string field) =>
        field.Contains("<To>", StringComparison.Ordinal)
        || field.Contains("ContactKey", StringComparison.Ordinal)
        || field.Contains("Message>", StringComparison.Ordinal)
        || field.Contains("Body", StringComparison.Ordinal)
        || field.Contains("From", StringComparison.Ordinal);

    private static object Make(Type type) => Make(type, _ => Hostile);

    private static object Make(Type type, Func<FieldInfo, string> textOf)
    {
        var made = RuntimeHelpers.GetUninitializedObject(type);
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            foreach (var field in at.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            {
                if (ValueOf(field, textOf) is { } value)
                {
                    field.SetValue(made, value);
                }
            }
        }

        return made;
    }

    private static object? ValueOf(FieldInfo field, Func<FieldInfo, string> textOf)
    {
        if (field.FieldType == typeof(string))
        {
            return field.Name.Contains("<Channel>", StringComparison.Ordinal) ? "email" : textOf(field);
        }

        if (field.FieldType == typeof(Uri))
        {
            var path = Hostile.Replace("\uD83D", "", StringComparison.Ordinal);
            return new Uri("https://example.com/" + Uri.EscapeDataString(path));
        }

        if (field.FieldType == typeof(McException))
        {
            return new McException("Id", McErrorCategory.InvalidData, "m", "a");
        }

        var isOurs = Assemblies.Contains(field.FieldType.Assembly) && field.FieldType is { IsClass: true };
        return isOurs && field.FieldType.GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType == field.FieldType
            ? Make(field.FieldType, textOf)
            : null;
    }
}
