using Migrations.Build.Model.Findings;

namespace Migrations.Build.Verification.Tests;

/// <summary>Whatever constraint a later migration puts on columns that are there, nobody is blamed for rows that were made up.</summary>
public sealed class ForesightLaws
{
    private static readonly string[] Types = ["INTEGER", "SMALLINT", "BIGINT", "UNIQUEIDENTIFIER", "TEXT", "NVARCHAR(12)", "CHAR(4)", "BOOLEAN", "NUMERIC(9,2)", "DATETIME", "REAL", "BLOB", "TINYINT"];

    private static readonly string[] Keys = ["INTEGER PRIMARY KEY AUTOINCREMENT", "INTEGER NOT NULL PRIMARY KEY", "UNIQUEIDENTIFIER NOT NULL PRIMARY KEY", "NVARCHAR(20) NOT NULL PRIMARY KEY", "BIGINT NOT NULL PRIMARY KEY"];

    [Fact]
    public void Constraints_over_columns_that_are_there_blame_no_made_up_row() => MadeUp.ForEach(60, numbers =>
    {
        var made = new Made(numbers);
        var history = MadeHistory.Of((made.Parent + ";\n" + made.Table(""), "DROP TABLE t;\nDROP TABLE p"), (made.Later(), made.Undone()));
        var report = history.Verify(new() { Rows = 8 });
        var blamed = report.Findings.Where(f => f.Rule is not ("MIG9212" or "MIG9211")).Select(FindingText.Of).ToList();
        Assert.True(blamed.Count == 0, $"{string.Join('\n', blamed)}\nof\n{made.Parent}\n{made.Table("")}\n{made.Later()}");
    });

    private sealed class Made
    {
        private readonly Queue<int> _numbers;
        private readonly string _key;
        private readonly string _parentKey;
        private readonly List<(string Name, string Type, bool Required)> _columns = [];
        private readonly string _more;
        private readonly bool _byIndex;
        private readonly string _options;

        public Made(Queue<int> numbers)
        {
            _numbers = numbers;
            (_key, _parentKey) = (Keys[Next(Keys.Length)], Keys[Next(Keys.Length)]);
            _options = _key.Contains("AUTOINCREMENT", StringComparison.Ordinal) || Next(4) > 0 ? "" : " WITHOUT ROWID";
            for (var i = 0; i < 2 + Next(3); i++)
            {
                _columns.Add(("c" + i, Types[Next(Types.Length)], Next(2) == 0));
            }

            // A column that can refer to the parent has its type.
            _columns.Add(("p", _parentKey.Split(' ')[0], Next(2) == 0));
            var (one, other) = (_columns[Next(_columns.Count)].Name, _columns[Next(_columns.Count)].Name);
            _byIndex = Next(2) == 0;
            _more = Next(5) switch
            {
                0 => one == other ? $", UNIQUE ({one})" : $", UNIQUE ({one}, {other})",
                1 => ", FOREIGN KEY (p) REFERENCES p (id)",
                2 => $", FOREIGN KEY (p) REFERENCES p (id), UNIQUE (p, {one})".Replace("(p, p)", "(p)", StringComparison.Ordinal),
                3 => $", UNIQUE ({one}), CHECK ({other} IS NOT NULL)",
                _ => "",
            };
            Tight = Next(2) == 0 || _more.Length == 0 ? one : null;
        }

        private string? Tight { get; }

        public string Parent => $"CREATE TABLE p (id {_parentKey}, name TEXT)";

        public string Table(string more, string? tight = null, string name = "t") =>
            $"CREATE TABLE {name} (id {_key}, {string.Join(", ", _columns.Select(c => $"{c.Name} {c.Type}{(c.Required || c.Name == tight ? " NOT NULL" : "")}"))}{more}){_options}";

        public string Later() => _byIndex && _more.StartsWith(", UNIQUE", StringComparison.Ordinal) && !_more.Contains("CHECK", StringComparison.Ordinal)
            ? $"CREATE UNIQUE INDEX ux ON t {_more[9..]}"
            : Rebuild(_more, Tight);

        public string Undone() => Later().StartsWith("CREATE UNIQUE", StringComparison.Ordinal) ? "DROP INDEX ux" : Rebuild("", null);

        private string Rebuild(string more, string? tight) => $"{Table(more, tight, "n")};\nINSERT INTO n SELECT * FROM t;\nDROP TABLE t;\nALTER TABLE n RENAME TO t";

        private int Next(int below) => _numbers.Count == 0 ? 0 : _numbers.Dequeue() % below;
    }
}
