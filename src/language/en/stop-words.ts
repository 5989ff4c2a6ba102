/** Words that say nothing about what a text is about: function words, reporting verbs, and the furniture of news prose. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
	`a about above according across after again against ago all almost alone along already also although always am amid among an and another any anyone
	anything are around as ask at away back be became because become been before began begin behind being below between both but by call came can cannot
	come could date day did do does doing done down during each early either else end even ever every few first following for former found four from full further gave
	get give go going gone got had has have having he held her here hers herself him himself his hold hour how however i if in including into is it its itself
	just keep kept know known last late later latest least less let like likely long look lot made make man many may me mean might minute month more most much
	must my myself near nearly need never new news next no nor not note nothing now of off official often on once one only onto or other our out outside over own part
	people per percent place plan point press put quite rather re read recent recently release report reportedly reporter right said same saw say second see seem seen
	several shall she should show side since six so some something soon source spokesman spokesperson spokeswoman statement still such take taken tell than that the their them themselves then there
	these they thing think this those though three through thus time to today together told tomorrow tonight too took toward turn two under until up upon us
	use very via want was way we week well went were what when where whether which while who whole whom whose why will with within without work would year
	yesterday yet you your monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
	be have do say tell add announce cite comment confirm describe explain mention note remark state`
		.split(/\s+/)
		.filter(Boolean),
);
