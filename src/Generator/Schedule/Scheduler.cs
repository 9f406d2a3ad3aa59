using NetGen.Generator.Graph;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;
using NetGen.Generator.Schedule.Lanes;

namespace NetGen.Generator.Schedule;

/// <summary>Turns the programs of a plan into steps, and collects the kernels that they call.</summary>
internal sealed class Scheduler
{
    private readonly NetworkPlan _plan;
    private readonly ProgramScheduler _programs;

    private Scheduler(NetworkPlan plan)
    {
        _plan = plan;
        _programs = new ProgramScheduler(plan.Declaration.Options, [.. Layers]);
    }

    private IEnumerable<DenseLayer> Layers => _plan.Inference.Graph.Nodes.Select(node => node.Op).OfType<DenseOp>().Select(op => op.Layer);

    public static NetworkSchedule Schedule(NetworkPlan plan) => new Scheduler(plan).Run();

    private NetworkSchedule Run()
    {
        LaneProgram? lanes = LaneScheduler.Schedule(_plan);
        Func<ComputeProgram, ScheduledProgram> schedule = lanes is null ? _programs.Schedule : _programs.Rows;
        ScheduledProgram inference = schedule(_plan.Inference);
        ScheduledProgram evaluation = schedule(_plan.Evaluation);
        ScheduledProgram training = schedule(_plan.Training);
        ScheduledProgram product = schedule(_plan.VectorJacobianProduct);
        ScheduledProgram online = _programs.Online(_plan.Training);
        ScheduledProgram jacobian = _programs.Rows(_plan.Jacobian);
        return Network() with
        {
            Inference = inference,
            Evaluation = evaluation,
            Training = training,
            Online = online,
            VectorJacobianProduct = product,
            Jacobian = jacobian,
            Lanes = lanes,
        };
    }

    private NetworkSchedule Network()
    {
        LossFacts facts = LossFacts.Of(_plan.Declaration.Loss);
        bool isDivided = facts.IsDividedByOutputs && _plan.Declaration.Options.Reduction == LossReduction.MeanOverOutputs;
        return new NetworkSchedule(
            _plan.Declaration,
            _plan.FusedLoss,
            LossRemark(isDivided),
            isDivided,
            facts.TakesLabels,
            new EquatableArray<DenseLayer>(Layers),
            _programs.Kernels,
            _plan.Inference.Graph.ToString());
    }

    private string LossRemark(bool isDivided)
    {
        string mean = isDivided ? ", divided by the number of outputs" : "";
        string declared = _plan.Declaration.Loss.Name;
        return _plan.IsLossFused
            ? $"{_plan.Declaration.Activations[_plan.Declaration.LayerCount - 1].Name} and {declared} fused to {_plan.FusedLoss.Name} on the pre-activations{mean}"
            : declared + mean;
    }
}
