using CsCheck;
using Migrations.Build.Bundle.Parts;
using Migrations.Build.Bundle.Reading;
using Migrations.Build.Bundle.Writing;

namespace Migrations.Build.Bundle.Tests.Writing;

public sealed class StatementsWriterTests
{
    private static readonly Gen<string> Piece = Gen.OneOfConst("a", "\n", "\n\n", "\r", "\r\n", "", " ", ";", "-- migrations:statement 1 lines=1\n", "-- migrations:code 2 lines=2", "-- ", "\ufeff", "é", "\U0001f600", "\0", "'", "GO\n");

    private static readonly Gen<Statement> AnyStatement =
        Gen.Select(Gen.Enum<StatementKind>(), Piece.Array[0, 8].Select(string.Concat), (kind, text) => new Statement(kind, text));

    [Fact]
    public void What_was_written_is_read_back_whatever_the_text() =>
        Gen.Select(Piece.Array[0, 4].Select(string.Concat), AnyStatement.Array[0, 6]).Sample(
            (heading, statements) => StatementsReader.Read("x.sql", StatementsWriter.Write(heading, statements)).SequenceEqual(statements),
            iter: 20_000, seed: "0000KOIPe301");

    [Fact]
    public void Half_a_character_is_refused_instead_of_replaced() =>
        Assert.Contains("half a character", Assert.Throws<ArgumentException>(() => StatementsWriter.Write("x", [Statement.Sql("\ud83d")])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("-- x")]
    [InlineData("-- x\nselect 1\n")]
    [InlineData("-- x\n-- migrations:statement 1 lines=2\na\n")]
    [InlineData("-- x\n-- migrations:statement 1 lines=0\n")]
    [InlineData("-- x\n-- migrations:statement 2 lines=1\na\n")]
    [InlineData("-- x\n-- migrations:statement 1 lines=+1\na\n")]
    [InlineData("-- x\n-- migrations:statement 1 lines=99999999999\na\n")]
    [InlineData("-- x\n-- migrations:statement 1 lines=1\na\nb\n")]
    public void A_part_that_no_writer_wrote_is_damaged(string text) =>
        Assert.Equal("x.sql", Assert.Throws<DamagedBundleException>(() => StatementsReader.Read("x.sql", System.Text.Encoding.UTF8.GetBytes(text))).Part);
}
