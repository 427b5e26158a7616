using Migrations.Build.Model.Comparing;
using Migrations.Build.Model.Databases;
using Migrations.Build.Model.Folding;
using Migrations.Build.Model.Inverting;
using Migrations.Build.Model.Operations;
using Migrations.Build.Model.Schemas;
using Migrations.Build.Model.Sql;
using Migrations.Build.Model.Sql.Effects;
using Migrations.Build.Model.Tests.Generating;

namespace Migrations.Build.Model.Tests.Laws;

public class FoldingLaws
{
    // What these do to a schema that nothing opaque has touched can always be undone wholly.
    private static readonly Type[] Undoable =
    [
        typeof(CreateSchema), typeof(CreateTable), typeof(AddColumn), typeof(RenameTable), typeof(RenameColumn), typeof(MoveTable), typeof(SetDefault), typeof(DropDefault),
        typeof(AddKey), typeof(DropKey), typeof(AddForeignKey), typeof(DropForeignKey), typeof(CreateIndex), typeof(DropIndex), typeof(CreateSequence), typeof(RawSql),
    ];

    private static readonly Type[] UndoableInStructure = [typeof(DropTable), typeof(DropColumn), typeof(DropSequence)];

    [Fact]
    public void An_operation_and_its_whole_inverse_give_the_schema_before_it() => Law.Holds(ValidHistory.Of, history =>
    {
        foreach (var (before, operation, after) in history.Walk().Where(w => !IsReadAlready(w.Before, w.Operation)))
        {
            var inverse = Invert.Operation(operation, before);
            var least = Undoable.Contains(operation.GetType()) ? Wholeness.Whole : UndoableInStructure.Contains(operation.GetType()) ? Wholeness.StructureOnly : Wholeness.None;
            if (inverse.Wholeness > least)
            {
                Assert.Fail($"{operation}: {inverse}");
            }

            var undone = Folded(after, inverse.Operations);
            if (inverse.Wholeness == Wholeness.Whole && Unfilled(before) != Unfilled(undone))
            {
                Assert.Fail($"{operation} is not undone by {inverse}");
            }
        }
    }, decisions: 250);

    // A view that reads a table which is gone reads the one that gets its name. SQLite refuses to give a name while there is such a view.
    private static bool IsReadAlready(Schema before, Operation operation) => operation is RenameTable rename
        && before.Views.Any(v => SqlEffects.Read(v.Text, before.Database).OfType<ReadsTable>().Any(r => before.Dialect.Names.Equals(r.Table.Name, rename.NewName)));

    [Fact]
    public void A_dropped_object_comes_back_with_all_that_belonged_to_it() => Law.Holds(ValidHistory.Of, history =>
    {
        foreach (var (before, operation, after) in history.Walk().Where(w => UndoableInStructure.Contains(w.Operation.GetType())))
        {
            var undone = Folded(after, Invert.Operation(operation, before).Operations);
            Assert.All(Compare.Schemas(before, undone), d => Assert.Equal(DifferenceKind.Reordered, d.Kind));
        }
    }, decisions: 250);

    [Fact]
    public void Folding_and_inverting_take_any_operation() => Law.Holds(AnyOperation.List, operations =>
    {
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            var schema = Schema.Empty(kind);
            foreach (var operation in operations)
            {
                var folded = Fold.Apply(schema, operation, Items.Of("Orders.total"));
                Assert.True(folded.Refusal is null or { Kind: RefusalKind.Exists, Subject: "column" } or { Subject: "schema" } || folded.After == schema, "A refused operation changed the schema.");
                Assert.NotNull(Invert.Operation(operation, schema));
                Assert.NotNull(Touched.Tables(operation, kind));
                schema = folded.After;
            }
        }
    }, cases: 4_000);

    [Fact]
    public void A_schema_does_not_differ_from_itself() => Law.Holds(AnyOperation.List, operations =>
    {
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            var schema = Folded(Schema.Empty(kind), operations);
            Assert.Empty(Compare.Schemas(schema, schema));
            Assert.True(schema == Folded(Schema.Empty(kind), operations), "The same operations gave another schema.");
        }
    }, cases: 4_000);

    [Fact]
    public void The_made_up_histories_hold_every_kind_of_operation_often()
    {
        var counts = new Dictionary<Type, int>();
        Law.Holds(ValidHistory.Of, history => history.Operations.ToList().ForEach(o => counts[o.GetType()] = counts.GetValueOrDefault(o.GetType()) + 1), cases: 1_000, decisions: 400);

        Type[] left = [typeof(CodeStep), typeof(Opaque)];
        var kinds = typeof(Operation).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Operation))).Except(left);
        Assert.Empty(kinds.Where(k => counts.GetValueOrDefault(k) < 20));
    }

    private static Schema Folded(Schema schema, IEnumerable<Operation> operations) => operations.Aggregate(schema, (s, o) => Fold.Apply(s, o).After);

    private static Schema Unfilled(Schema schema) => schema with { Tables = schema.Tables.Each(t => t with { Filled = false }) };
}
