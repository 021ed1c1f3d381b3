-- Which log an assessment stands on is fixed: the link is made and taken away, and its note may be put right.

revoke all on public.assessments, public.assessment_evidence from public, anon, authenticated, service_role;
revoke all on function
	private.check_sign_off(public.assessments),
	private.check_assessment(),
	private.check_assessment_evidence(),
	private.take_evidence_along()
from public, anon, authenticated, service_role;

grant select on public.assessments, public.assessment_evidence to authenticated;

grant insert (
	id, council_id, type, reference, title, service, trigger, summary, lead, objective_id, action_id, due_on, status,
	screened_out_reason, impact_age, impact_disability, impact_gender_reassignment, impact_marriage_civil_partnership,
	impact_pregnancy_maternity, impact_race, impact_religion_belief, impact_sex, impact_sexual_orientation,
	impact_carers, impact_care_leavers, impact_armed_forces, impact_low_income, findings, need_note, access_note,
	outcome_comparison, signed_off_by, signed_off_on, review_on, outcome_note
) on public.assessments to authenticated;
grant update (
	type, reference, title, service, trigger, summary, lead, objective_id, action_id, due_on, status,
	screened_out_reason, impact_age, impact_disability, impact_gender_reassignment, impact_marriage_civil_partnership,
	impact_pregnancy_maternity, impact_race, impact_religion_belief, impact_sex, impact_sexual_orientation,
	impact_carers, impact_care_leavers, impact_armed_forces, impact_low_income, findings, need_note, access_note,
	outcome_comparison, signed_off_by, signed_off_on, review_on, outcome_note, deleted_at
) on public.assessments to authenticated;

grant insert (id, council_id, assessment_id, log_id, note) on public.assessment_evidence to authenticated;
grant update (note, deleted_at) on public.assessment_evidence to authenticated;

grant insert (assessment_id), update (assessment_id) on public.actions to authenticated;
