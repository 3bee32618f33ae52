# Made-up recipients with three attributes, as Import-Csv gives them.

function New-RecipientList {
    param([Parameter(Mandatory)] [int] $Count)

    $file = New-TemporaryFile
    try {
        $lines = foreach ($number in 1..$Count) {
            $id = $number.ToString('D7')
            "contact-$id,person$id@example.com,Name $id,Reykjavík,A-$id"
        }
        [System.IO.File]::WriteAllLines($file, [string[]](@('ContactKey,To,FirstName,City,OrderNumber') + $lines))
        Import-Csv $file
    } finally {
        Remove-Item $file
    }
}
