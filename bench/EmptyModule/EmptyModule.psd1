@{
    RootModule           = 'EmptyModule.dll'
    ModuleVersion        = '0.1.0'
    CompatiblePSEditions = @('Core')
    GUID                 = 'b6f0f1f4-6a31-4f0c-9f0c-2a4d6a3f6d11'
    PowerShellVersion    = '7.4'
    CmdletsToExport      = @('Get-Nothing')
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
}
