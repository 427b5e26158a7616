using Microsoft.Data.Sqlite;

// The application of the first release, as far as the sample needs it: it adds customers, and it shows them.
if (args is not [("add" or "show") and var verb, var path])
{
    Console.Error.WriteLine("usage: Shop.App add|show <database file>");
    return 2;
}

using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
connection.Open();
using var command = connection.CreateCommand();
if (verb == "add")
{
    command.CommandText = """
        INSERT INTO customers (full_name, note) VALUES
          ('Ada Lovelace', 'prefers letters'), ('Kim', NULL), ('Jan Smith', 'call after six'), ('Zoë van der Berg', ''), ('Jan Smith', 'the younger')
        """;
    Console.WriteLine($"{command.ExecuteNonQuery()} customers added");
    return 0;
}

command.CommandText = "SELECT id, full_name, note FROM customers ORDER BY id";
using var reader = command.ExecuteReader();
while (reader.Read())
{
    Console.WriteLine($"{reader.GetInt64(0)}  {reader.GetString(1),-18} {(reader.IsDBNull(2) ? "(no note)" : $"'{reader.GetString(2)}'")}");
}

return 0;
