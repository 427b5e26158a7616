namespace Crm.Migrations.Shared;

/// <summary>Lengths that several tables share. A released migration depends on them: add one, never change one.</summary>
internal static class Lengths
{
    public const int Code = 30;
    public const int Name = 120;
    public const int Title = 300;
    public const int Email = 254;
    public const int Unlimited = int.MaxValue;
}
