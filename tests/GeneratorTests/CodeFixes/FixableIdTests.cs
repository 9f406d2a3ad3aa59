extern alias Generator;

using System.Reflection;
using Generator::NetGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using NetGen.CodeFixes;

namespace NetGen.GeneratorTests.CodeFixes;

/// <summary>The fixes and the analyzer agree through ids.</summary>
public class FixableIdTests
{
    private static readonly CodeFixProvider[] Fixes = [new MakePartialFix(), new ActivationCountFix(), new PairingFix()];

    [Fact]
    public void Every_fixable_id_is_one_of_the_analyzer()
    {
        IEnumerable<string> reported = new NetworkAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id);
        Assert.Equal(FixableIds.All, Fixes.SelectMany(fix => fix.FixableDiagnosticIds));
        Assert.All(Fixes.SelectMany(fix => fix.FixableDiagnosticIds), id => Assert.Contains(id, reported));
    }

    [Fact]
    public void Every_fix_of_the_assembly_is_exported_for_CSharp()
    {
        IEnumerable<Type> fixes = typeof(NetworkFix).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(CodeFixProvider)) && !type.IsAbstract);
        Assert.Equal(Fixes.Select(fix => fix.GetType().Name).Order(), fixes.Select(type => type.Name).Order());
        Assert.All(fixes, type => Assert.Equal([LanguageNames.CSharp], type.GetCustomAttribute<ExportCodeFixProviderAttribute>()!.Languages));
    }
}
