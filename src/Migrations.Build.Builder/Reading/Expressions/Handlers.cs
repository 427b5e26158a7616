using FluentMigrator.Expressions;
using Migrations.Build.Model;
using Migrations.Build.Model.Operations;

namespace Migrations.Build.Builder.Reading.Expressions;

/// <summary>Collects a reader for each type of expression.</summary>
internal sealed class Handlers
{
    public Dictionary<Type, Func<IMigrationExpression, Items<Operation>>> Table { get; } = [];

    public Handlers On<T>(Func<T, Operation> read)
        where T : IMigrationExpression => OnMany<T>(e => Items.Of(read(e)));

    public Handlers OnMany<T>(Func<T, Items<Operation>> read)
        where T : IMigrationExpression
    {
        Table.Add(typeof(T), e => read((T)e));
        return this;
    }
}
