using System.Collections.Frozen;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.People;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Record;

/// <summary>
/// The names under which events, and the commands of proposals, stand in the record, for ever. They depend on no type name: a class may be renamed, its
/// contract may not. How events evolve is written down in <c>evolving.md</c> beside this file.
/// </summary>
public static class Contracts
{
    /// <summary>Every event of the record, and its name.</summary>
    public static FrozenDictionary<Type, string> Names { get; } = new Dictionary<Type, string>
    {
        [typeof(BarometerDeclared)] = "barometer_declared",
        [typeof(SettingsChanged)] = "settings_changed",
        [typeof(RelationshipDeclared)] = "relationship_declared",
        [typeof(RuleSetDrafted)] = "rule_set_drafted",
        [typeof(RuleSetPublished)] = "rule_set_published",
        [typeof(RuleSetRetired)] = "rule_set_retired",
        [typeof(DevelopmentScored)] = "development_scored",
        [typeof(DevelopmentRecordedUnscored)] = "development_recorded_unscored",
        [typeof(DevelopmentNotScored)] = "development_not_scored",
        [typeof(PointsGiven)] = "points_given",
        [typeof(PointsAmended)] = "points_amended",
        [typeof(DevelopmentWithdrawn)] = "development_withdrawn",
        [typeof(DevelopmentReinstated)] = "development_reinstated",
        [typeof(DevelopmentRedated)] = "development_redated",
        [typeof(DevelopmentRefiled)] = "development_refiled",
        [typeof(DevelopmentReclassified)] = "development_reclassified",
        [typeof(DevelopmentDescribed)] = "development_described",
        [typeof(DevelopmentNoted)] = "development_noted",
        [typeof(SameHappeningLinked)] = "same_happening_linked",
        [typeof(PeriodOpened)] = "period_opened",
        [typeof(PeriodClosed)] = "period_closed",
        [typeof(FiguresReleased)] = "figures_released",
        [typeof(FiguresPrinted)] = "figures_printed",
        [typeof(TextRecorded)] = "text_recorded",
        [typeof(PersonAppointed)] = "person_appointed",
        [typeof(PersonDismissed)] = "person_dismissed",
        [typeof(KeyIssued)] = "key_issued",
        [typeof(KeyRevoked)] = "key_revoked",
        [typeof(ChangeProposed)] = "change_proposed",
        [typeof(ProposalApproved)] = "proposal_approved",
        [typeof(ProposalRejected)] = "proposal_rejected",
    }.ToFrozenDictionary();

    /// <summary>Every command that a proposal can keep, and its name: those that can move a figure.</summary>
    public static FrozenDictionary<Type, string> Commands { get; } = new Dictionary<Type, string>
    {
        [typeof(ScoreDevelopment)] = "score_development",
        [typeof(GivePoints)] = "give_points",
        [typeof(AmendPoints)] = "amend_points",
        [typeof(WithdrawDevelopment)] = "withdraw_development",
        [typeof(ReinstateDevelopment)] = "reinstate_development",
        [typeof(RedateDevelopment)] = "redate_development",
        [typeof(RefileDevelopment)] = "refile_development",
    }.ToFrozenDictionary();
}
