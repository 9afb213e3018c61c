// SPDX-License-Identifier: Apache-2.0

extension NameVariants {
    /// Romanian, Baltic, Hungarian, Czech, Greek and Albanian names: forms by language, pet forms; family names of all the east. Source:
    /// common knowledge, compiled for this package; measured by `Benchmarks/linkage/names`.
    static let southEasternTable = """
        # Romanian, Moldovan
        alexandru: alex alexander sandu sandru
        andreea: andrea
        catalin: kat
        constantin: costel costin dinu constantine
        cristian: cristi christian
        dumitru: mitica dmitri
        elena: ileana lenuta
        florin: florea
        gabriel: gabi
        gheorghe: george ghita gica gigi
        ilie: elijah
        ioan: ion ionut nelu john ionel
        ioana: joanna oana
        iulian: julian
        maria: marioara mariuca
        mihai: michael misu mihail mihaita
        mihaela: michaela
        nicolae: nicu nicholas nelu
        petru: peter
        stefan: stephen
        vasile: basil vasilica
        # Lithuanian, Latvian, Hungarian, Czech, Greek, Albanian
        andrius: andrew
        antanas: anthony
        darius: darijus
        jonas: john
        jurgis: george
        kazimieras: casimir
        kristina: krista
        lukas: luke
        mantas: mantvydas
        matas: matthew
        mindaugas: mindas
        mykolas: michael
        ona: anna
        paulius: paul
        petras: peter
        povilas: paul
        pranas: francis
        rasa: rasele
        stasys: stanislaw
        tomas: thomas
        vytautas: vytas
        zigmas: sigismund
        janis: john
        martins: martin
        pauls: paul
        juris: george
        laszlo: ladislaus laci leslie
        istvan: stephen pista
        gyorgy: george
        janos: john jani
        jozsef: joseph
        ferenc: francis feri
        katalin: catherine kati
        mihaly: michael misi
        miklos: nicholas
        sandor: alexander sanyi
        zoltan: zoli
        erzsebet: elizabeth bozsi
        ilona: helen ilka
        zsofia: sophia
        jiri: george jirka
        jaroslav: jarda
        vaclav: wenceslas vasek
        ondrej: andrew
        jan: honza
        josef: pepa
        tomas: tomasek
        frantisek: francis franta
        eliska: elizabeth
        konstantinos: kostas costas dinos constantine gus
        ioannis: yannis giannis john yiannis
        georgios: giorgos yorgos george
        dimitrios: dimitris mitsos jim
        nikolaos: nikos nick
        panagiotis: panos takis
        eleni: helen
        vasiliki: vicky
        evangelos: vangelis
        athanasios: thanasis
        aikaterini: katerina
        gjergj: george
        gjon: john
        pjeter: peter
        # family names
        ivanov: ivanoff
        shevchenko: szewczenko
        nowak: novak
        kovac: kovacs kovats
        horvath: horvat
        schmidt: schmitt schmid
        meyer: maier mayer meier
        mueller: muller miller
        schneider: snyder
        """
}
