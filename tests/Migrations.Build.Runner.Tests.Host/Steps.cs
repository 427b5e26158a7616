using System.Data;

namespace Migrations.Build.Runner.Tests.Host;

#pragma warning disable CA1822 // A migration's method is one of an instance.
/// <summary>Code steps as migrations have them: a method, and what the compiler makes of a lambda.</summary>
public sealed class Steps
{
    public static Action<IDbConnection, IDbTransaction> Lambda { get; } = (connection, transaction) => Insert(connection, transaction, "lambda");

    public void Fill(IDbConnection connection, IDbTransaction transaction) => Insert(connection, transaction, "method");

    public void Fail(IDbConnection connection, IDbTransaction transaction)
    {
        Insert(connection, transaction, "method");
        throw new InvalidOperationException("The card number 4711 is wrong.");
    }

    public async void Forget(IDbConnection connection, IDbTransaction transaction)
    {
        Insert(connection, transaction, "method");
        await Task.Yield();
    }

    public async Task FailLater(IDbConnection connection, IDbTransaction transaction)
    {
        await Task.Yield();
        Fail(connection, transaction);
    }

    private static void Insert(IDbConnection connection, IDbTransaction transaction, string text)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO \"T1\" VALUES (2, '{text}')";
        command.ExecuteNonQuery();
    }
}
