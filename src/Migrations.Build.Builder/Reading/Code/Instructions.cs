using System.Reflection;
using System.Reflection.Emit;

namespace Migrations.Build.Builder.Reading.Code;

/// <summary>The instructions of a method's body.</summary>
internal static class Instructions
{
    private const int TwoBytes = 0xFE;

    private static readonly Dictionary<ushort, OpCode> Known = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => (ushort)c.Value);

    /// <summary>Each instruction, and where its operand begins.</summary>
    public static IEnumerable<(OpCode Code, int Operand)> Of(byte[] body)
    {
        for (var at = 0; at < body.Length;)
        {
            var code = Known[body[at] == TwoBytes ? (ushort)((TwoBytes << 8) | body[at + 1]) : body[at]];
            at += code.Size;
            yield return (code, at);
            at += Size(code.OperandType, body, at);
        }
    }

    private static int Size(OperandType operand, byte[] body, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(body, at)),
        _ => 4,
    };
}
