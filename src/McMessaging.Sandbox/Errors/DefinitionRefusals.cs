namespace McMessaging.Sandboxing.Errors;

/// <summary>The errors of send definitions and their queues.</summary>
internal static class DefinitionRefusals
{
    public static ServiceError MissingDefinitionKey { get; } =
        new(109107, "MCMS_UTM_Validation_MissingRequiredField_definitionKey: A definition key is required");

    public static ServiceError MissingKeyword { get; } =
        new(109120, "MCMS_UTM_Validation_MissingRequiredField_keyword: A keyword is required");

    public static ServiceError InvalidOptions { get; } =
        new(109112, "MCMS_UTM_Validation_InvalidValue_options: The options are not valid");

    public static ServiceError InvalidAutoAddSubscriber { get; } =
        new(109113, "MCMS_UTM_Validation_InvalidValue_autoAddSubscriber: The value is true or false");

    public static ServiceError InvalidKeyword { get; } =
        new(109115, "MCMS_UTM_Validation_InvalidValue_keyword: The value is a string");

    public static ServiceError InvalidClassification { get; } =
        new(109123, "MCMS_UTM_Validation_InvalidValue_classification_IncorrectType: The value is a string");

    public static ServiceError InvalidDefinitionAddress { get; } =
        new(109124, "MCMS_UTM_Validation_email_does_not_pass_validation: An address of cc or bcc is not valid");

    public static ServiceError InvalidUpdateSubscriber { get; } =
        new(109125, "MCMS_UTM_Validation_InvalidValue_updateSubscriber: The value is true or false");

    public static ServiceError QueueOfActiveDefinition { get; } =
        new(30001, "MCMS_UTM_Runtime_InvalidOperation: Definition status must be inactive to delete queue");

    public static ServiceError DefinitionIsDeleted { get; } =
        new(30001, "MCMS_UTM_Runtime_InvalidOperation: A deleted definition cannot be changed");

    public static ServiceError TooManyDefinitions(int limit) =>
        new(30001, $"MCMS_UTM_Runtime_InvalidOperation: At most {limit} definitions may be created in 7 days");

    public static ServiceError ObjectAlreadyExists(string member, string value) =>
        new(30004, $"MCMS_UTM_Runtime_ObjectAlreadyExists: A definition with the {member} {value} exists");
}
