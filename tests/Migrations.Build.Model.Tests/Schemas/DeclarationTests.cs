using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;

namespace Migrations.Build.Model.Tests.Schemas;

public class DeclarationTests
{
    private static readonly Schema Schema = Schema.Empty(DatabaseKind.Postgres) with
    {
        Tables = Catalog<Table>.Empty(Dialect.Of(DatabaseKind.Postgres)).With(new(TableName.Of("users"), Items<Column>.Empty)).With(new(new TableName("crm", "orders"), Items<Column>.Empty)),
    };

    [Theory]
    [InlineData("users", null, "users", null)]
    [InlineData("users.email", null, "users", "email")]
    [InlineData("crm.orders", "crm", "orders", null)]
    [InlineData("crm.orders.total", "crm", "orders", "total")]
    [InlineData("nobody.knows", null, "nobody", "knows")]
    public void Words_mean_what_is_there(string declared, string? schema, string table, string? column)
    {
        var meant = Declaration.In(Schema, declared);

        Assert.Equal(Schema.Dialect.Resolve(new(schema, table)), Schema.Dialect.Resolve(meant.Table));
        Assert.Equal(column, meant.Column);
    }
}
