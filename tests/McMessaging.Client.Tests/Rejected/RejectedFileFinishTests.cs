using McMessaging.Client.Tests.Support;
using McMessaging.Rejected;

namespace McMessaging.Client.Tests.Rejected;

/// <summary>What the end of a run makes of the file, and what it says of it.</summary>
public sealed class RejectedFileFinishTests : RejectedTest
{
    private const string Earlier = "ContactKey,McMessageKey\nA,k\n";

    [Fact]
    public void A_run_tells_how_it_leaves_its_rows()
    {
        using var file = Open(mayReplace: false);
        file.Write("rows"u8);

        Assert.NotNull(file.Finish(isCutShort: false, mayBeInput: false));
        Assert.Null(file.Finish(isCutShort: false, mayBeInput: false));
    }

    [Fact]
    public void A_run_without_rows_has_nothing_to_tell_of_them_though_the_file_of_the_one_before_stays()
    {
        File.WriteAllText(RejectedPath, Earlier);
        using var file = Open(mayReplace: true);

        Assert.Null(file.Finish(isCutShort: true, mayBeInput: false));
        Assert.Equal(Earlier, File.ReadAllText(RejectedPath));
    }

    [Fact]
    public void Nor_has_one_whose_disk_was_full()
    {
        var disk = new FailingDisk(room: 2);
        using var file = new RejectedFile(RejectedPath, stream => new FailingStream(stream, disk));
        file.Open(mayReplace: false, journalPath: null);
        Assert.Throws<McException>(() => file.Write("rows"u8));

        Assert.Null(file.Finish(isCutShort: false, mayBeInput: false));
    }

    [Fact]
    public void Rows_that_cannot_be_brought_under_their_name_are_told()
    {
        File.WriteAllText(RejectedPath, Earlier);
        using var file = Open(mayReplace: true);
        file.Write("rows"u8);
        File.Delete(RejectedPath);
        Directory.CreateDirectory(RejectedPath);

        var error = Assert.Throws<McException>(() => file.Finish(isCutShort: false, mayBeInput: false));

        Assert.Equal("RejectedPathNotWritable", error.ErrorId);
        Assert.Equal("rows", File.ReadAllText(RejectedPath + ".partial"));
    }

    [Fact]
    public void A_file_whose_first_4_000_000_bytes_have_no_column_of_rejected_rows_is_another_one()
    {
        File.WriteAllText(RejectedPath, new string('x', 4_000_000) + "McMessageKey");

        Assert.Equal("RejectedPathExists", Assert.Throws<McException>(() => Open(mayReplace: true)).ErrorId);
    }

    private RejectedFile Open(bool mayReplace)
    {
        var file = new RejectedFile(RejectedPath, stream => stream);
        file.Open(mayReplace, journalPath: null);
        return file;
    }
}
