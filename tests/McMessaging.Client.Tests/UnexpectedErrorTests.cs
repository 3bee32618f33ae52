using System.Runtime.CompilerServices;

namespace McMessaging.Client.Tests;

public sealed class UnexpectedErrorTests
{
    [Fact]
    public void It_is_told_by_its_type_and_its_place_and_not_in_its_words() => Assert.Equal(
        $"{nameof(InvalidOperationException)} in {typeof(UnexpectedErrorTests).FullName}.{nameof(Fail)}",
        UnexpectedError.Describe(Assert.Throws<InvalidOperationException>(Fail)));

    [Fact]
    public void One_that_was_never_thrown_has_no_place() => Assert.Equal(
        nameof(InvalidOperationException), UnexpectedError.Describe(new InvalidOperationException("s3cret")));

    [Fact]
    public void The_words_of_a_file_systems_error_are_told()
    {
        Assert.Equal("The disk is full", UnexpectedError.Describe(new IOException("The disk is full.")));
        Assert.Equal("Not yours", UnexpectedError.Describe(new UnauthorizedAccessException("Not yours.")));
    }

    [Fact]
    public void Nothing_in_place_of_an_exception_is_an_error_of_the_caller() =>
        Assert.Throws<ArgumentNullException>("exception", () => UnexpectedError.Describe(null!));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fail() => throw new InvalidOperationException("s3cret");
}
