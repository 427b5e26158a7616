namespace Migrations.Build.Verification.Rows;

/// <summary>A row must refer to a row of a table in which there is none.</summary>
internal sealed class NothingToReferToException(string table) : Exception
{
    public string Table => table;
}
