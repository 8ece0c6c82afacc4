/* SPDX-License-Identifier: MIT
 * The questionnaire as a table. Labels are short; the wording to ask with is in annex 4
 * of document 004, and only answers to that wording compare with the cases. */
#include "survey.h"

const char *const spenn_case_names[spenn_case_count] = {
    "Arendal", "Stord", "Flora", "Kongsvinger", "Hamar"};

const struct spenn_survey_item spenn_survey_sectors[] = {
    {"1", "pleie og omsorg", "care"},
    {"2", "helse", "health"},
    {"3", "sosial", "social"},
    {"4", "skole", "school"},
    {"5", "barnehage", "kindergarten"},
    {"6", "kultur og fritid", "culture and leisure"},
    {"7", "teknisk", "technical"},
    {"8", "annet", "other"},
};

static const struct spenn_survey_item sector[] = {
    {"", "hovedarbeidsområde", "main field of work"}};

static const struct spenn_survey_item clerical[] = {
    {"", "har kontorhjelp i enheten", "clerical help in the unit"}};

static const struct spenn_survey_item hosted[] = {
    {"", "har arbeidet i stab/støtte", "has worked in staff/support"}};

static const struct spenn_survey_item tasks[] = {
    {"organisation", "enhetens organisering", "organization of the unit"},
    {"ict", "IKT-verktøy og -systemer", "ICT tools and systems"},
    {"competence", "kompetanse blant ansatte", "competence of employees"},
    {"quality", "kvalitet på tjenestene", "quality of services"},
    {"unit_plan", "enhetens plan, lederavtale", "unit plan, leader agreement"},
    {"standards", "faglige standarder og krav", "professional standards"},
    {"plan_report", "kommunens plan og rapport", "municipal plan and report"},
    {"finance", "økonomistyring", "financial control"},
    {"pay_personnel", "lønn og personal", "pay and personnel"},
};

static const struct spenn_survey_item service[] = {
    {"a", "samarbeidet", "cooperation"},
    {"b", "kunnskap om enheten", "knowledge of the unit"},
    {"c", "styringsinformasjon", "management information"},
    {"d", "tilgjengelighet", "availability"},
    {"e", "service", "service"},
    {"f", "effektivitet og ryddighet", "efficiency and order"},
    {"g", "fleksibilitet", "flexibility"},
};

static const struct spenn_survey_item roles[] = {
    {"a", "rådgir og legger til rette", "advises and facilitates"},
    {"b", "styrer og instruerer", "directs and instructs"},
    {"c", "utvikling venter på andre", "development waits for others"},
    {"d", "driver fram utvikling", "drives development"},
    {"e", "rådmannens forlengede arm", "arm of the chief executive"},
    {"f", "viktig for samordning", "matters for coordination"},
    {"g", "samspill med rådmannen", "links to chief executive"},
    {"h", "førstemann til mølla", "first come, first served"},
    {"i", "vet hva en kan be om", "knows what to ask for"},
    {"j", "raske svar", "quick answers"},
};

static const struct spenn_survey_item whole[] = {
    {"", "organisering av stab/støtte", "organization of staff"}};

static const struct spenn_survey_item wishes[] = {
    {"a", "ressurser ut til enhetene", "move resources to the units"},
    {"b", "prosjektgrupper, arbeidslag", "project groups, work teams"},
    {"c", "egne resultatenheter", "result units of their own"},
    {"d", "enhetsledere inn sentralt", "unit leaders in central work"},
    {"e", "internmarked", "internal market"},
    {"f", "færre ansatte i stab/støtte", "fewer staff/support people"},
};

static const struct spenn_survey_item leading[] = {
    {"a", "nok handlefrihet", "enough freedom of action"},
    {"b", "rådmannsnivået detaljstyrer", "the top micro-manages"},
    {"c", "for mye administrasjon", "too much administration"},
    {"d", "klare styringssignaler", "clear steering signals"},
    {"e", "toppen er lite koordinert", "top is poorly coordinated"},
    {"f", "tette skott mellom enhetene", "bulkheads between units"},
    {"g", "nettverk samordner godt", "networks coordinate well"},
    {"h", "må selv ta initiativ", "own initiative is needed"},
};

static const struct spenn_survey_item achieved[] = {
    {"a", "raskere beslutninger", "faster decisions"},
    {"b", "sterkere brukerorientering", "stronger user orientation"},
    {"c", "temmet sektorinteressene", "sector interests tamed"},
    {"d", "tydeligere resultatansvar", "clearer answer for results"},
    {"e", "bedre tjenestekvalitet", "better quality of services"},
    {"f", "nye, uformelle ledernivåer", "new informal levels"},
    {"g", "politisk detaljstyring ned", "less political detail"},
    {"h", "bedre økonomisk styring", "better financial control"},
};

#define ITEMS(list) list, sizeof(list) / sizeof *(list)
#define SATISFIED_NB "1 svært, 2 nokså, 3 lite, 4 ikke tilfreds, 8 vet ikke"
#define SATISFIED_EN "1 very, 2 rather, 3 little, 4 not satisfied, 8 don't know"
#define AGREES_NB "1 helt enig, 2 delvis enig, 3 delvis uenig, 4 helt uenig, 8 vet ikke"
#define AGREES_EN "1 agree, 2 partly agree, 3 partly disagree, 4 disagree, 8 don't know"
#define DEGREE_NB "1 i stor, 2 noen, 3 liten grad, 4 ikke i det hele tatt, 8 vet ikke"
#define DEGREE_EN "1 largely, 2 somewhat, 3 little, 4 not at all, 8 don't know"

const struct spenn_survey_block spenn_survey_blocks[] = {
    {"sector", "", "",
        "1 pleie og omsorg, 2 helse, 3 sosial, 4 skole, 5 barnehage, 6 kultur og fritid, "
        "7 teknisk, 8 annet",
        "1 care, 2 health, 3 social, 4 school, 5 kindergarten, 6 culture and leisure, "
        "7 technical, 8 other",
        8, 0, 0, 0, NULL, ITEMS(sector)},
    {"clerical", "5 Har kontorhjelp eller annen merkantil støtte", "5 Has clerical help",
        "1 ja, 2 nei, 3 vet ikke", "1 yes, 2 no, 3 don't know", 2, 3, 1, 1, NULL,
        ITEMS(clerical)},
    {"hosted", "8 Har hospitert eller arbeidet i stab/støtte",
        "8 Has been a guest or worked in staff or support",
        "1 heltid, 2 engasjement eller prosjekt, 3 nei, 8 vet ikke",
        "1 full time, 2 a post or project for a time, 3 no, 8 don't know", 3, 8, 1, 2,
        NULL, ITEMS(hosted)},
    {"q9", "9 Kontakt med stab/støtte minst ukentlig",
        "9 Contact with staff/support at least weekly",
        "1 daglig, 2 ukentlig, 3 månedlig, 4 årlig, 5 sjelden eller aldri, 8 vet ikke",
        "1 daily, 2 weekly, 3 monthly, 4 yearly, 5 seldom or never, 8 don't know", 5, 8,
        1, 2, NULL, ITEMS(tasks)},
    {"q10", "10 Klart ansvar i stor eller noen grad",
        "10 Clear responsibility, largely or somewhat", DEGREE_NB, DEGREE_EN, 4, 8, 1, 2,
        NULL, ITEMS(tasks)},
    {"q11", "11 Svært eller nokså tilfreds med bistanden",
        "11 Very or rather satisfied with the assistance", SATISFIED_NB, SATISFIED_EN, 4,
        8, 1, 2, "Tabell 6.6", ITEMS(tasks)},
    {"q12", "12 Svært eller nokså tilfreds med stab/støtte",
        "12 Very or rather satisfied with staff/support", SATISFIED_NB, SATISFIED_EN, 4,
        8, 1, 2, NULL, ITEMS(service)},
    {"q13", "13 Rollen til stab/støtte: helt eller delvis enig",
        "13 The role of staff/support: agree or partly agree", AGREES_NB, AGREES_EN, 4, 8,
        1, 2, NULL, ITEMS(roles)},
    {"q14", "14 Nokså eller svært vellykket alt i alt",
        "14 Rather or very successful, all in all",
        "1 svært mislykket, 2 nokså mislykket, 3 verken eller, 4 nokså vellykket, 5 "
        "svært vellykket, 6 vet ikke",
        "1 a great failure, 2 rather a failure, 3 neither, 4 rather a success, 5 a great "
        "success, 6 don't know",
        5, 6, 4, 5, NULL, ITEMS(whole)},
    {"q15", "15 Kommunen bør: ja", "15 The municipality should: yes",
        "1 ja, 2 nei, 8 vet ikke", "1 yes, 2 no, 8 don't know", 2, 8, 1, 1, NULL,
        ITEMS(wishes)},
    {"q16", "16 Å lede en enhet: helt eller delvis enig",
        "16 Leading a unit: agree or partly agree", AGREES_NB, AGREES_EN, 4, 8, 1, 2,
        "Tabell 4.2", ITEMS(leading)},
    {"q17", "17 Oppnådd i stor eller noen grad", "17 Achieved, largely or somewhat",
        DEGREE_NB, DEGREE_EN, 4, 8, 1, 2, "Tabell 4.3", ITEMS(achieved)},
};
const int32_t spenn_survey_block_count =
    sizeof spenn_survey_blocks / sizeof *spenn_survey_blocks;

const char *spenn_survey_column_name(char buffer[spenn_survey_name_size],
    const struct spenn_survey_block *block, int32_t item)
{
    const char *code = block->item[item].code;
    (void)snprintf(
        buffer, spenn_survey_name_size, "%s%s%s", block->id, *code ? "_" : "", code);
    return buffer;
}

const char *spenn_survey_caveat(int32_t number, bool norwegian)
{
    static const char *const texts[][2] = {
        {"The five are not a sample of municipalities. The study finds causes peculiar "
         "to "
         "each (culture, leadership, relations), so a difference is not the effect of "
         "how "
         "staff is organized (document 004 §1.1).",
            "De fem er ikke et utvalg av kommuner. Studien finner årsaker som er særegne "
            "for hver (kultur, ledelse, relasjoner), så en forskjell er ikke virkningen "
            "av hvordan stab/støtte er organisert (dokument 004 §1.1)."},
        {"Size is mixed with organization: municipalities with integrated staff have "
         "6649 "
         "inhabitants on average, the others 18717 (document 004 §6.3).",
            "Størrelse er blandet med organisering: kommuner med integrert stab har i "
            "snitt 6649 innbyggere, de andre 18717 (dokument 004 §6.3)."},
        {"No ranking: the order is the source's, and more is not always better. Arendal "
         "and Hamar, opposite structures, report most goals achieved (document 004 "
         "§4.3).",
            "Ingen rangering: rekkefølgen er kildens, og mer er ikke alltid bedre. "
            "Arendal og Hamar, motsatte strukturer, oppgir høyest måloppnåelse (dokument "
            "004 §4.3)."},
        {"Intervals are 95 %: Wilson for shares, Student's t for indices, as if those "
         "who "
         "answered were drawn at random. With this many rows some intervals miss by "
         "chance. Those who did not answer may differ.",
            "Intervallene er 95 %: Wilson for andeler, Students t for indekser, som om "
            "de "
            "som svarte var trukket tilfeldig. Med så mange rader bommer noen av "
            "tilfeldighet. De som ikke svarte, kan mene noe annet."},
        {"The cases answered in spring 2006, 138 of 190 leaders. A share of a case has "
         "an "
         "interval of about 18 points either way (format csv has them); the means of the "
         "indices are lost with the figures of the source.",
            "Casekommunene svarte våren 2006, 138 av 190 ledere. En andel i en "
            "casekommune har et intervall på om lag 18 prosentpoeng til hver side (i "
            "csv); snittene av indeksene er tapt med kildens figurer."},
    };
    enum { count = sizeof texts / sizeof *texts };
    return number < count ? texts[number][norwegian] : NULL;
}
