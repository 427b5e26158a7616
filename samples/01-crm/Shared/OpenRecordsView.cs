namespace Crm.Migrations.Shared;

/// <summary>The texts of the view <c>open_records</c> through the releases; each stays as it was shipped.</summary>
internal static class OpenRecordsView
{
    public const string Drop = "DROP VIEW open_records";

    public const string WithFullName =
        """
        CREATE VIEW open_records AS
        SELECT r.id, r.form_id, r.title, r.amount, u.full_name AS owner_name
        FROM records r
        LEFT JOIN users u ON u.id = r.owner_id
        WHERE r.status <> 'closed'
        """;

    public const string WithSplitName =
        """
        CREATE VIEW open_records AS
        SELECT r.id, r.form_id, r.title, r.amount, u.first_name AS owner_first_name, u.last_name AS owner_last_name
        FROM records r
        LEFT JOIN users u ON u.id = r.owner_id
        WHERE r.status <> 'closed'
        """;

    public const string WithMinorAmount =
        """
        CREATE VIEW open_records AS
        SELECT r.id, r.form_id, r.title, r.amount_minor, u.first_name AS owner_first_name, u.last_name AS owner_last_name
        FROM records r
        LEFT JOIN users u ON u.id = r.owner_id
        WHERE r.status <> 'closed'
        """;
}
