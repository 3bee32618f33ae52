using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace McMessaging.Client.Tests.Support;

/// <summary>The public types and members of an assembly as lines of text, without what the compiler adds.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string[] Of(Assembly assembly) =>
    [
        .. from type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal)
           from line in Members(type).Order(StringComparer.Ordinal).Prepend(Head(type))
           select line,
    ];

    private static string Head(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsSealed: true } => "sealed class",
            { IsAbstract: true } => "abstract class",
            _ => "class",
        };
        var bases = type.IsEnum || type.IsValueType || type.BaseType is null || type.BaseType == typeof(object)
            ? "" : " : " + Name(type.BaseType);
        return $"{kind} {type.FullName}{bases}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetValues(type).Cast<object>().Select(value =>
                $"  {value} = {Convert.ToInt64(value, CultureInfo.InvariantCulture)}");
        }

        return type.GetMembers(Declared).Where(member => !IsGenerated(member)).Select(member => member switch
        {
            ConstructorInfo constructor when IsVisible(constructor) => $"  new({Parameters(constructor)})",
            MethodInfo { IsSpecialName: false } method when IsVisible(method) =>
                $"  {Static(method)}{Name(method.ReturnParameter)} {method.Name}"
                    + $"{Generics(method)}({Parameters(method)})",
            PropertyInfo property when property.GetMethod is { } getter && IsVisible(getter) =>
                $"  {Static(getter)}{Name(property)} {property.Name} {{ get;{Setter(property)} }}",
            FieldInfo { IsPublic: true } field => $"  {Name(field.FieldType)} {field.Name}{Value(field)}",
            _ => "",
        }).Where(line => line.Length > 0);
    }

    private static string Value(FieldInfo field) =>
        field.IsLiteral ? string.Create(CultureInfo.InvariantCulture, $" = {field.GetRawConstantValue()}") : "";

    private static bool IsGenerated(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute)) || member.Name is "EqualityContract";

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string Generics(MethodInfo method) => method.IsGenericMethod
        ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>"
        : "";

    private static string Setter(PropertyInfo property)
    {
        if (property.SetMethod is not { } setter || !IsVisible(setter))
        {
            return "";
        }

        var isInit = setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        return isInit ? " init;" : " set;";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(
        parameter => $"{Name(parameter)} {parameter.Name}{Default(parameter)}"));

    private static string Default(ParameterInfo parameter)
    {
        if (!parameter.HasDefaultValue)
        {
            return "";
        }

        var text = Convert.ToString(parameter.DefaultValue, CultureInfo.InvariantCulture);
        return string.IsNullOrEmpty(text) ? " = default" : " = " + text;
    }

    private static string Name(PropertyInfo property) => Name(new NullabilityInfoContext().Create(property));

    private static string Name(ParameterInfo parameter) => Name(new NullabilityInfoContext().Create(parameter));

    private static string Name(NullabilityInfo info)
    {
        var mark = info.ReadState == NullabilityState.Nullable && !info.Type.IsValueType ? "?" : "";
        var name = info.GenericTypeArguments.Length > 0 && Nullable.GetUnderlyingType(info.Type) is null
            ? Generic(info.Type, info.GenericTypeArguments.Select(Name))
            : Name(info.Type);
        return name + mark;
    }

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        return type.IsGenericType ? Generic(type, type.GetGenericArguments().Select(Name)) : type.Name;
    }

    private static string Generic(Type type, IEnumerable<string> arguments) =>
        $"{type.Name.Split('`')[0]}<{string.Join(", ", arguments)}>";
}
