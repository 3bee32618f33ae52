using McMessaging.Client.Tests.Support;

namespace McMessaging.Client.Tests.Recipients;

public sealed class RecipientMapperCheckTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void Without_a_contact_key_a_recipient_is_rejected_with_109105(string? contactKey)
    {
        var fault = Mapping.Map(Mapping.Members(("ContactKey", contactKey), ("To", "a@example.com"))).Fault;

        Assert.Equal((109105, "Validation_MissingRequiredField_subscriberKey"), (fault!.Code, fault.Name));
        Assert.Contains("ContactKey", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_key_of_101_characters_is_rejected_with_109108()
    {
        Assert.Null(Mapping.Map(Mapping.Members(("ContactKey", "c"), ("MessageKey", new string('k', 100)))).Fault);
        var fault = Mapping.Map(
            Mapping.Members(("ContactKey", "c"), ("MessageKey", new string('k', 101)))).Fault;

        Assert.Equal((109108, "Validation_InvalidValue_messageKey"), (fault!.Code, fault.Name));
    }

    [Fact]
    public void The_contact_key_is_checked_before_the_message_key_and_both_before_attributes()
    {
        var longKey = ("MessageKey", new string('k', 101));
        var unreadable = ("A", new object());

        Assert.Equal(109105, Mapping.Map(Mapping.Members(longKey, unreadable)).Fault!.Code);
        Assert.Equal(
            109108,
            Mapping.Map(Mapping.Members(("ContactKey", "c"), longKey, unreadable)).Fault!.Code);
    }

    [Fact]
    public void The_address_is_not_required_here()
    {
        Assert.Null(Mapping.Map(Mapping.Members(("ContactKey", "c"))).Fault);
        Assert.Null(Mapping.Map(Mapping.Members(("ContactKey", "c"), ("To", ""))).To);
    }

    [Fact]
    public async Task The_second_use_of_a_given_key_is_rejected_with_109110_and_the_first_is_sent()
    {
        var service = new FakeService();
        var people = new[] { "k1", "k2", "k1" }.Select(
            (key, i) => new Recipient { ContactKey = "c" + i, MessageKey = key });

        var host = await Sends.RunAsync(service, Sends.Email() with { BatchSize = 1 }, people);

        Assert.Equal(
            [SendOutcome.Accepted, SendOutcome.Accepted, SendOutcome.Rejected],
            host.Results.Select(result => result.Outcome));
        Assert.Equal(
            (109110, "Validation_DuplicateMessageKey", "c2"),
            (host.Results[2].ErrorCode, host.Results[2].ErrorName, host.Results[2].ContactKey));
        Assert.Equal(2, service.Bodies.Count);
    }

    [Fact]
    public async Task Rejected_ones_keep_their_place_and_make_no_request_of_their_own()
    {
        var service = new FakeService();
        object?[] input =
        [
            null, "text", 17, Mapping.Members(("To", "a@example.com")), new Recipient { ContactKey = "good" },
            new object(),
        ];

        var host = await Sends.RunAsync(service, Sends.Email(), input);

        Assert.Equal([null, null, null, null, "good", null], host.Results.Select(result => result.ContactKey));
        Assert.Equal(5, host.Results.Count(result => result.Outcome == SendOutcome.Rejected));
        Assert.Equal("NotARecipient", host.Results[0].ErrorName);
        Assert.Equal("a@example.com", host.Results[3].To);
        Assert.Single(service.Bodies);
        Assert.Equal(5, Assert.Single(host.Errors).Target.Count);
    }

    [Fact]
    public void The_result_of_a_send_is_no_recipient_and_says_what_to_send_instead()
    {
        var fault = Mapping.Map(new RecipientResult { ContactKey = "c", MessageKey = "k" }).Fault;

        Assert.Equal("ResultIsNotARecipient", fault!.Name);
        Assert.Contains("ContactKey", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ContactKey")]
    [InlineData("To")]
    [InlineData("MessageKey")]
    public void A_key_or_address_that_is_no_single_value_is_named_in_the_rejection(string name)
    {
        var fault = Mapping.Map(Mapping.Members((name, new[] { "a" }))).Fault;

        Assert.Equal("UnreadableProperty", fault!.Name);
        Assert.Contains($"'{name}'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void White_space_around_keys_and_addresses_is_dropped_and_the_result_shows_the_address_as_given()
    {
        var recipient = Mapping.Map(Mapping.Members(("ContactKey", " C-1\t"), ("To", " a@example.com\u00A0")));

        Assert.Null(recipient.Fault);
        Assert.Equal(("C-1", "a@example.com"), (recipient.ContactKey, recipient.To));
        Assert.Equal(" a@example.com\u00A0", recipient.GivenTo);
    }

    [Fact]
    public void A_cleaned_number_serves_as_contact_key()
    {
        var recipient = Mapping.Map(
            Mapping.Members(("Phone", "+49 170 1234567")),
            new RecipientMapping { UseAddressAsContactKey = true },
            MessageChannel.Sms);

        Assert.Equal(("491701234567", "491701234567"), (recipient.ContactKey, recipient.To));
    }

    [Fact]
    public void A_malformed_address_has_the_code_of_the_service_and_its_member()
    {
        var fault = Mapping.Map(
            Mapping.Members(("ContactKey", "C-1"), ("Mobile\u0007Number", "x"), ("Phone", "call me")),
            channel: MessageChannel.Sms).Fault;

        Assert.Equal(109121, fault!.Code);
        Assert.Contains("'Phone'", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("call me", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_do_not_fit_are_told_without_what_a_terminal_would_obey()
    {
        var fault = Mapping.Map(Mapping.Members(("kunde_id", "1"), ("e\u001Bmail", "a@example.com"))).Fault;

        Assert.Equal(109105, fault!.Code);
        Assert.Contains("Found: 'kunde_id', 'e?mail'.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_come_again_and_rows_without_an_address_are_counted()
    {
        object[] input =
        [
            Mapping.Members(("ContactKey", "1"), ("To", "a@example.com")),
            Mapping.Members(("ContactKey", " 1"), ("To", "a@example.com ")),
            Mapping.Members(("ContactKey", "2")),
        ];

        var summary = await Sends.RunAsync(
            new FakeService(), Sends.Email(), input, new RecordingHost(), new VirtualTime());

        Assert.Equal((1L, 1L), (summary.Repeats, summary.WithoutAddress));
    }
}
