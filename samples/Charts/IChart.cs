namespace Charts;

/// <summary>A panel of a <see cref="Picture"/>.</summary>
public interface IChart
{
    internal void Draw(Svg svg, Box panel);
}
