using McMessaging.Errors;

namespace McMessaging.Client.Tests.Errors;

public sealed class ServiceCodesTests
{
    [Theory]
    [InlineData(109111, null, true)]
    [InlineData(109107, 400, true)]
    [InlineData(30003, 404, true)]
    [InlineData(30003, 400, false)]
    [InlineData(30003, null, false)]
    [InlineData(30004, 404, false)]
    [InlineData(109110, 202, false)]
    [InlineData(null, 404, false)]
    public void A_definition_is_blamed_by_its_own_codes_and_where_nothing_is_found(
        int? code, int? status, bool isBlamed) => Assert.Equal(isBlamed, ServiceCodes.BlamesDefinition(code, status));
}
