using System;
using FluentMigrator;

namespace Nasty.Data;

// Trap: values that are easily spoilt on the way: 26 digits, ticks, bytes, quotes, line ends, emoji, the string that looks like a function.
[Migration(20250301_100100)]
public class InsertExtremeValues : Migration
{
    public override void Up()
    {
        Insert.IntoTable("accounts")
            .Row(new { name = "O'Brien; DROP TABLE accounts; --", balance = 1234567890123456.0123456789m, opened_at = new DateTime(1999, 12, 31, 23, 59, 59, 999).AddTicks(9_999), seal = new byte[] { 0, 1, 127, 128, 255 } })
            .Row(new { name = "two\r\nlines \t and a \\ backslash", balance = -0.0000000001m, opened_at = DateTime.MinValue, seal = Array.Empty<byte>() })
            .Row(new { name = "Zoë 😀 \u202E right to left", balance = decimal.Zero, opened_at = new DateTime(9999, 12, 31), seal = new byte[] { 0 } })
            .Row(new { name = "$(token) $[other] {0} %s GO", balance = 79228162514264.1m, opened_at = new DateTime(2024, 3, 31, 2, 30, 0), seal = new byte[] { 39 } });
    }

    public override void Down()
    {
        Delete.FromTable("accounts").Row(new { balance = 1234567890123456.0123456789m });
        Delete.FromTable("accounts").Row(new { balance = -0.0000000001m });
        Delete.FromTable("accounts").Row(new { balance = decimal.Zero });
        Delete.FromTable("accounts").Row(new { balance = 79228162514264.1m });
    }
}
