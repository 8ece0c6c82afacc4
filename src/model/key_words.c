/* SPDX-License-Identifier: MIT */
#include "key_words.h"

#include "role.h"

#include <string.h>

static const struct spenn_key_word words[] = {
    {"kind", "Type", "Kind", SPENN_WORD_TEXT, &spenn_kinds},
    {"fte", "Årsverk", "FTE", SPENN_WORD_QUANTITY, NULL},
    {"caseworkers", "Saksbehandlere", "Caseworkers", SPENN_WORD_QUANTITY, NULL},
    {"leaders", "Ledere", "Leaders", SPENN_WORD_QUANTITY, NULL},
    {"responsibility", "Ansvar", "Responsibility", SPENN_WORD_TEXT,
        &spenn_responsibilities},
    {"speed", "Tempo", "Speed", SPENN_WORD_QUANTITY, NULL},
    {"sector", "Sektor", "Sector", SPENN_WORD_TEXT, NULL},
    {"location", "Sted", "Location", SPENN_WORD_TEXT, NULL},
    {"status", "Status", "Status", SPENN_WORD_TEXT, &spenn_statuses},
    {"mandatory", "Lovpålagt", "Mandatory", SPENN_WORD_YES, NULL},
    {"kept-informed", "Skal få vite", "Kept informed", SPENN_WORD_YES, NULL},
    {"turnover", "Gjennomtrekk", "Turnover", SPENN_WORD_QUANTITY, NULL},
    {"coordination", "Samordningsrolle", "Role of coordination", SPENN_WORD_ROLE, NULL},
    {"veto", "Stanser forslag", "Stops proposals", SPENN_WORD_QUANTITY, NULL},
    {"mobility", "Mobilitet", "Mobility", SPENN_WORD_QUANTITY, NULL},
    {"functions", "Funksjoner", "Functions", SPENN_WORD_TEXT, NULL},
    {"serves", "Betjener", "Serves", SPENN_WORD_TEXT, NULL},
    {"offices", "Kontorer", "Offices", SPENN_WORD_TEXT, NULL},
    {"practice", "Felles praksis", "Common practice", SPENN_WORD_YES, NULL},
    {"chair", "Leder av forum", "Chair", SPENN_WORD_ID, NULL},
    {"meets", "Møtes", "Meets", SPENN_WORD_QUANTITY, NULL},
    {"lasts", "Møtet varer", "Meeting lasts", SPENN_WORD_QUANTITY, NULL},
    {"agenda", "Saker på møtet", "Items a meeting", SPENN_WORD_QUANTITY, NULL},
    {"video", "Møter på video", "Meetings by video", SPENN_WORD_QUANTITY, NULL},
    {"preparation", "Forberedelse", "Preparation", SPENN_WORD_QUANTITY, NULL},
    {"commitment", "Forpliktelse", "Commitment", SPENN_WORD_QUANTITY, NULL},
    {"topics", "Tema", "Topics", SPENN_WORD_TEXT, NULL},
    {"handling", "Behandling", "Handling", SPENN_WORD_QUANTITY, NULL},
    {"decision", "Beslutning", "Decision", SPENN_WORD_QUANTITY, NULL},
    {"beyond-authority", "Utenfor fullmakt", "Beyond authority", SPENN_WORD_QUANTITY,
        NULL},
    {"authority", "Fullmakt", "Authority", SPENN_WORD_QUANTITY, NULL},
    {"decided-in", "Avgjøres i", "Decided in", SPENN_WORD_ID, NULL},
    {"decided-by", "Avgjøres av", "Decided by", SPENN_WORD_ID, NULL},
    {"via", "Løftes i", "Climbs", SPENN_WORD_TEXT, &spenn_line_kinds},
    {"support", "Støtte", "Support", SPENN_WORD_QUANTITY, NULL},
    {"priority", "Prioritet", "Priority", SPENN_WORD_QUANTITY, NULL},
    {"deadline", "Frist", "Deadline", SPENN_WORD_QUANTITY, NULL},
    {"late", "Etter fristen", "When late", SPENN_WORD_TEXT, &spenn_lates},
    {"hard", "Svekkes av video", "Suffers from video", SPENN_WORD_YES, NULL},
    {"assigned", "Fordeles", "Assigned", SPENN_WORD_TEXT, &spenn_assignments},
    {"personal", "Personlig oppmøte", "In person", SPENN_WORD_QUANTITY, NULL},
    {"direct", "Rett til beslutning", "Straight to decision", SPENN_WORD_QUANTITY, NULL},
    {"coordinates", "Samordning", "Coordination", SPENN_WORD_PARTIES, NULL},
    {"with", "Mulige parter", "Possible parties", SPENN_WORD_SHARES, NULL},
    {"parties", "Parter", "Parties", SPENN_WORD_QUANTITY, NULL},
    {"step", "Trinn som trengs", "Step needed", SPENN_WORD_QUANTITY, NULL},
    {"starts-at", "Begynner på trinn", "Starts at step", SPENN_WORD_QUANTITY, NULL},
    {"conflict", "Konflikt", "Conflict", SPENN_WORD_QUANTITY, NULL},
    {"own-weight", "Vekt på eget resultat", "Own weight", SPENN_WORD_QUANTITY, NULL},
    {"consent", "Samtykke fra", "Consent of", SPENN_WORD_TEXT, &spenn_consents},
    {"mechanisms", "Virkemåte", "Mechanisms", SPENN_WORD_TEXT, &spenn_mechanism_names},
    {"ladder", "Stigen", "Ladder", SPENN_WORD_TEXT, &spenn_ladders},
    {"lead", "Ledes av", "Lead", SPENN_WORD_ID, NULL},
    {"cuts-through", "Kan skjære igjennom", "Cuts through", SPENN_WORD_YES, NULL},
    {"arbiter", "Skjæres igjennom av", "Arbiter", SPENN_WORD_ID, NULL},
    {"forum", "Forståelse søkes i", "Understanding sought in", SPENN_WORD_ID, NULL},
    {"tries", "Forsøk", "Tries", SPENN_WORD_QUANTITY, NULL},
    {"again-after", "Nytt forsøk etter", "Again after", SPENN_WORD_QUANTITY, NULL},
    {"messages", "Informasjon går", "Messages", SPENN_WORD_TEXT, &spenn_message_ways},
    {"anchoring", "Politisk forankring", "Political anchoring", SPENN_WORD_QUANTITY,
        NULL},
    {"early", "Tidlig med", "Early involvement", SPENN_WORD_YES, NULL},
    {"renewed", "Felles brev", "Joint letter", SPENN_WORD_QUANTITY, NULL},
    {"implementation", "Gjennomføring", "Implementation", SPENN_WORD_QUANTITY, NULL},
    {"arrives", "Saker inn", "Cases arrive", SPENN_WORD_QUANTITY, NULL},
    {"served-by", "Utføres av", "Served by", SPENN_WORD_SHARES, NULL},
    {"at", "Oppstår i", "Arises in", SPENN_WORD_ID, NULL},
    {"letter", "Brev til", "Letter to", SPENN_WORD_ID, NULL},
    {"goals", "Mål til", "Goals to", SPENN_WORD_QUANTITY, NULL},
    {"coordinator", "Møter brukeren", "Meets the user", SPENN_WORD_ID, NULL},
    {"contact", "Kontakt", "Contact", SPENN_WORD_MEETING, NULL},
    {"assume", "Antakelse", "Assumption", SPENN_WORD_QUANTITY, NULL},
    {"line", "", "", SPENN_WORD_ID, NULL}, /* "professional line" */
};

const struct spenn_key_word *spenn_key_word(const char *what)
{
    size_t length = strcspn(what, " ");
    const char *key = what;
    if (strcmp(what + length, " line") == 0) {
        key = what + length + 1;
        length = strlen(key);
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i].key) == length && memcmp(words[i].key, key, length) == 0) {
            return &words[i];
        }
    }
    return NULL;
}
