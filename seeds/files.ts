/** Every seed file, read and checked against its schema. */
import oxford from './areas/oxford.json';
import assessmentsFile from './demo/assessments.json';
import actionsFile from './demo/actions.json';
import followUpFile from './demo/follow-up.json';
import eventsFile from './demo/events.json';
import grantsFile from './demo/grants.json';
import monitoringFile from './demo/monitoring.json';
import networksFile from './demo/networks.json';
import auditsFile from './demo/audits.json';
import heardFile from './demo/heard.json';
import organisationsFile from './demo/organisations.json';
import panelsFile from './demo/panels.json';
import reportFile from './demo/report.json';
import peopleFile from './demo/people.json';
import placesFile from './demo/places.json';
import readingsFile from './demo/readings.json';
import ediActionPlan from './plans/edi-action-plan-2026-30.json';
import equalityPolicyPlan from './plans/equality-policy-action-plan-2015-16.json';
import measuresFile from './plans/measures.json';
import {
	actionsSeedSchema,
	areasSeedSchema,
	assessmentsSeedSchema,
	eventsSeedSchema,
	followUpSeedSchema,
	auditsSeedSchema,
	grantsSeedSchema,
	monitoringSeedSchema,
	heardSeedSchema,
	measuresSeedSchema,
	networksSeedSchema,
	organisationsSeedSchema,
	panelsSeedSchema,
	peopleSeedSchema,
	placesSeedSchema,
	planSeedSchema,
	readingsSeedSchema,
	reportSeedSchema
} from './schema';

/** Oxford's wards and the localities they are grouped in. */
export const areas = areasSeedSchema.parse(oxford);

/** The plan that the demonstration's logs serve. */
export const currentPlan = planSeedSchema.parse(ediActionPlan);
/** A plan that has run its course, kept as the record. */
export const closedPlan = planSeedSchema.parse(equalityPolicyPlan);

/** Who answers for actions of the current plan, and what is proposed. */
export const demoActions = actionsSeedSchema.parse(actionsFile);
/** The measures of both plans. */
export const measures = measuresSeedSchema.parse(measuresFile);

export const people = peopleSeedSchema.parse(peopleFile);
export const { organisations } = organisationsSeedSchema.parse(organisationsFile);
export const { places } = placesSeedSchema.parse(placesFile);
export const { audits } = auditsSeedSchema.parse(auditsFile);
export const heard = heardSeedSchema.parse(heardFile);
export const { assessments } = assessmentsSeedSchema.parse(assessmentsFile);
export const { readings } = readingsSeedSchema.parse(readingsFile);
/** What follows from contacts: routes to refer to, referrals, issues, and what was said, done and told. */
export const followUp = followUpSeedSchema.parse(followUpFile);
/** Programmes, rounds and applications for money, in every state. */
export const grants = grantsSeedSchema.parse(grantsFile);
/** Visits to those that were awarded, and their reports. */
export const monitoring = monitoringSeedSchema.parse(monitoringFile);
/** Staff networks, forums and the steering group, with what they did. */
export const { networks } = networksSeedSchema.parse(networksFile);
/** A year of events, and what is coming up. */
export const { events } = eventsSeedSchema.parse(eventsFile);
/** Who belongs to the residents' panel, by group. */
export const { panels } = panelsSeedSchema.parse(panelsFile);
/** The progress report on the running year. */
export const report = reportSeedSchema.parse(reportFile);
