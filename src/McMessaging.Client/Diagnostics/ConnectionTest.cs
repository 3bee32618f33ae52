using System.Text.Json;
using McMessaging.Auth;
using McMessaging.Calls;
using McMessaging.Retrying;
using McMessaging.Serialization;

namespace McMessaging;

/// <summary>
/// Tests a connection with <c>GET /platform/v1/tokenContext</c>, which needs no scope: one attempt, and a second one
/// only with a renewed token.
/// </summary>
public static class ConnectionTest
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly RetryOptions OneAttempt = new(0, Limit, Limit) { WaitsOutRateLimits = false };

    /// <summary>Gets a token and asks the REST host whose it is.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="verbose">Takes a line per attempt: method, path, status, duration.</param>
    /// <param name="cancellationToken">Ends the test.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<ConnectionTestResult> RunAsync(
        Connection connection, Action<string>? verbose, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var findings = new ConnectionTestResult
        {
            Name = connection.Name,
            RestBaseUri = connection.RestBaseUri,
            AccountId = connection.AccountId,
            Scope = connection.Scope,
        };
        try
        {
            connection.ThrowIfClosed();
            await connection.Tokens.GetAsync(TokenPatience.WhileConnecting, cancellationToken).ConfigureAwait(false);
        }
        catch (McException exception)
        {
            return WithError(findings, exception) with { TokenValid = false };
        }

        return await AskAsync(connection, findings, verbose, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tests the connection, and whether a definition is there and active: one call more.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="channel">Email or SMS.</param>
    /// <param name="definitionKey">The definition's key.</param>
    /// <param name="verbose">Takes a line per attempt: method, path, status, duration.</param>
    /// <param name="cancellationToken">Ends the test.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<ConnectionTestResult> RunAsync(
        Connection connection,
        MessageChannel channel,
        string definitionKey,
        Action<string>? verbose,
        CancellationToken cancellationToken)
    {
        var findings = await RunAsync(connection, verbose, cancellationToken).ConfigureAwait(false) with
        {
            Channel = channel,
            DefinitionKey = definitionKey,
        };
        return findings.Success
            ? await FindDefinitionAsync(connection, findings, verbose, cancellationToken).ConfigureAwait(false)
            : findings;
    }

    private static async Task<ConnectionTestResult> FindDefinitionAsync(
        Connection connection,
        ConnectionTestResult findings,
        Action<string>? verbose,
        CancellationToken cancellationToken)
    {
        var definitions = new SendDefinitions(new ServiceClient(connection, verbose, limits: OneAttempt));
        try
        {
            var definition = await definitions
                .GetAsync(findings.Channel!.Value, findings.DefinitionKey!, cancellationToken).ConfigureAwait(false);
            findings = findings with
            {
                DefinitionStatus = definition.Status,
                DefinitionUsable = definition.Status == DefinitionStatus.Active,
            };
            return findings.DefinitionUsable == true
                ? findings
                : WithError(findings, NotActive(definition)) with { Success = false };
        }
        catch (McException exception)
        {
            var isMissing = exception.Category is McErrorCategory.ObjectNotFound or McErrorCategory.InvalidArgument;
            return WithError(findings, exception) with
            {
                Success = false,
                DefinitionUsable = isMissing ? false : null,
            };
        }
    }

    private static McException NotActive(SendDefinition definition) => new(
        "DefinitionNotActive",
        McErrorCategory.InvalidOperation,
        $"The {definition.Channel} definition '{definition.DefinitionKey}' is not active but {definition.StatusText}"
            + (definition.Status == DefinitionStatus.Inactive
                ? ": the service would queue its messages, and drop them after three days."
                : "."),
        definition.Status switch
        {
            DefinitionStatus.Inactive or DefinitionStatus.New =>
                $"Activate it: Set-McSendDefinition {definition.Channel} {definition.DefinitionKey} -Status Active.",
            DefinitionStatus.Deleted => "Give the key of another one; what is deleted sends no more.",
            _ => "Give the key of one that is active.",
        });

    private static async Task<ConnectionTestResult> AskAsync(
        Connection connection,
        ConnectionTestResult findings,
        Action<string>? verbose,
        CancellationToken cancellationToken)
    {
        var calls = new ServiceClient(connection, verbose, limits: OneAttempt);
        var call = new ServiceCall(HttpMethod.Get, "platform/v1/tokenContext", "ask whose token it is");
        var begun = connection.TimeProvider.GetTimestamp();
        try
        {
            var context = await calls.SendAsync(call, cancellationToken).ConfigureAwait(false);
            return Read(context, findings) with { Latency = connection.TimeProvider.GetElapsedTime(begun) };
        }
        catch (McException exception)
        {
            var isRefused = exception.Category == McErrorCategory.AuthenticationError;
            return WithError(findings, exception) with
            {
                TokenValid = isRefused ? false : null,
                RestReachable = exception.HttpStatus is not null,
                Latency = exception.HttpStatus is null ? null : connection.TimeProvider.GetElapsedTime(begun),
            };
        }
    }

    private static ConnectionTestResult Read(JsonElement context, ConnectionTestResult findings)
    {
        var rest = context.Member("rest") ?? default;
        var scope = rest.Texts("scopes");
        return findings with
        {
            Success = true,
            TokenValid = true,
            RestReachable = true,
            AccountId = context.Member("organization")?.Number("id") ?? findings.AccountId,
            EnterpriseId = context.Member("enterprise")?.Number("id"),
            Scope = scope.Length > 0 ? scope : findings.Scope,
        };
    }

    private static ConnectionTestResult WithError(ConnectionTestResult findings, McException error) => findings with
    {
        HttpStatus = error.HttpStatus,
        ErrorId = error.ErrorId,
        ErrorMessage = error.Message,
        RecommendedAction = error.RecommendedAction,
    };
}
