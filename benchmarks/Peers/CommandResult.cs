namespace NetGen.Peers;

/// <summary>What a program wrote, and whether it ended well.</summary>
internal sealed record CommandResult(bool Succeeded, string Output, string Error);
