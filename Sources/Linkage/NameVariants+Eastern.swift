// SPDX-License-Identifier: Apache-2.0

extension NameVariants {
    /// Polish, Russian, Ukrainian and Belarusian names: forms by language, pet forms. Source: common knowledge, compiled for this
    /// package; measured by `Benchmarks/linkage/names`.
    static let easternTable = """
        # Polish
        agnieszka: aga agusia agnes agniesia
        agata: agatka agatha
        aleksander: olek alek oles
        aleksandra: ola olka olenka
        alicja: ala alice
        andrzej: andrzejek jedrek andrew
        anna: ania anka anula hania anusia andzia
        antoni: antek antos tosiek
        bartlomiej: bartek bart bartosz bartholomew
        bartosz: bartek bart
        barbara: basia baska
        beata: beatka
        bogdan: bohdan bogdanek
        boguslaw: bogus bogdan
        boleslaw: bolek bolko
        bozena: bozenka
        czeslaw: czesiek czes
        dariusz: darek darius
        danuta: danka danusia
        dominika: domi
        dorota: dorotka dora
        edyta: edytka edith
        elzbieta: ela elka elunia
        ewa: ewka ewunia eva
        filip: filipek philip
        franciszek: franek francis
        gabriela: gabi gabrysia
        genowefa: genia
        grazyna: grazynka
        grzegorz: grzes grzesiek
        halina: halinka hala
        hanna: hania hanka
        henryk: heniek henry
        hubert: hubcio
        ignacy: ignas
        irena: irenka
        iwona: iwonka yvonne
        izabela: iza izka
        jacek: jacus jack
        jadwiga: jadzia hedwig
        jakub: kuba kubus jake
        jan: janek jas jasiek
        janina: janka nina
        janusz: januszek jan
        jaroslaw: jarek
        jerzy: jurek
        joanna: asia joasia aska
        jolanta: jola jolka
        jozef: jozek jozio
        julia: julka
        justyna: justynka justine
        kacper: kacperek casper jasper kasper
        kamil: kamilek camille
        karol: karolek charles
        karolina: karola karolinka
        katarzyna: kasia kaska kasienka
        kazimierz: kazik kazio casimir
        kinga: kingusia
        klaudia: klaudusia claudia
        konrad: konradek conrad
        krystian: christian
        krystyna: krysia kryska
        krzysztof: krzys krzysiek krzychu
        leszek: lech leslaw
        lucja: lusia lucy
        lukasz: lukaszek
        maciej: maciek matthias matthew
        magdalena: magda madzia
        malgorzata: malgosia gosia goska margaret malgoska
        marcin: marcinek martin
        marek: mareczek marecki
        maria: marysia maryska mania marzena
        mariusz: mariuszek marius
        marta: martusia
        mateusz: mateuszek mati
        michal: misiek michalek
        mieczyslaw: mietek
        mikolaj: miki mikolajek
        milosz: milos
        miroslaw: mirek
        monika: monia monica
        natalia: natalka
        oliwia: olivia oliwka
        patrycja: patka pati
        patryk: patrick
        pawel: pawelek
        piotr: piotrek piotrus
        przemyslaw: przemek
        radoslaw: radek
        rafal: rafalek raphael
        renata: renatka renia
        robert: robercik
        roman: romek
        ryszard: rysiek rysio richard
        sebastian: seba bastek
        slawomir: slawek
        stanislaw: stas staszek stach stanley stanislav
        stefan: stefcio
        sylwester: sylwek
        szymon: szymek simon
        tadeusz: tadek thaddeus
        teresa: tereska renia
        tomasz: tomek tomus
        urszula: ula urszulka
        waclaw: wacek vaclav
        waldemar: waldek
        weronika: wera weronka veronica
        wieslaw: wiesiek
        wiktor: victor
        wiktoria: wika
        wincenty: wicek vincent
        witold: witek
        wladyslaw: wladek vladislav
        wlodzimierz: wlodek vladimir
        wojciech: wojtek adalbert wojtus
        zbigniew: zbyszek zbych zbysiu
        zdzislaw: zdzisiek
        zofia: zosia zoska
        zuzanna: zuzia zuza
        zygmunt: zyga sigismund sigmund
        # Russian, Ukrainian, Belarusian
        aleksandr: sasha shura sanya sashko alex oleksandr alexandr olexandr les aliaksandr
        aleksey: alexei alexey oleksiy oleksii alyosha lyosha alexis alex aliaksei
        anastasia: nastya anastasiya stasya nastia asya
        anatoly: tolya anatoliy anatolii
        andrey: andriy andrii andrei andrej andrew
        anton: antosha antin
        arkady: arkadiy arkasha
        artem: artyom artiom tyoma artemiy
        bogdan: bohdan
        boris: borys borya
        daria: darya dasha daryna dariya darja
        denis: denys
        dmitry: dmytro dmitriy dmitrii dmitri dima mitya dimitri dzmitry dimitar dumitru dimitrios
        ekaterina: katya yekaterina kateryna katia katyusha katrya
        elena: olena yelena lena helen alyona alena
        evgeny: yevgeny yevhen evgeniy yevgeniy zhenya eugene ievgen yauhen
        evgenia: yevgenia yevheniya zhenya eugenia ievgeniia
        fyodor: fedor fedir theodore fedya todor teodor
        galina: halyna galya
        gennady: gennadiy hennadiy gena
        grigory: hryhoriy grisha grigori gregory
        igor: ihor
        ilya: illia illya ilia elijah
        inna: ina
        irina: iryna ira
        ivan: vanya ivanko john vania
        kirill: kyrylo kiryl cyril
        konstantin: kostya kostyantyn constantine kostiantyn costin
        kristina: khrystyna christina
        ksenia: kseniya oksana xenia ksyusha aksana kseniia
        larisa: larysa lara
        leonid: lyonya leonyd
        lev: leo leva lyova leon
        lyubov: liubov lyuba luba
        lyudmila: liudmyla lyudmyla lyuda mila ludmila
        makar: makarii
        maksim: maksym maxim max
        margarita: rita marharyta
        maria: mariya mariia masha marusya marichka
        marina: maryna
        mikhail: mykhailo mykhaylo misha michael mikhailo mihail mikalai
        nadezhda: nadiya nadya nadia nadiia
        natalia: nataliya natasha natalya natalka nataliia
        nikita: mykyta nikitka
        nikolai: mykola nikolay kolya nicholas mikola nikolaj mikalai nicolae
        oksana: ksenia oxana aksana
        oleg: oleh aleh
        olga: olha olya volha helga
        ostap: eustace
        pavel: pavlo pasha paul
        polina: paulina polya pauline
        pyotr: petro petr petya peter piotr
        roman: roma
        ruslan: rusik
        semyon: semen simon semion
        sergei: serhiy sergey serhii serge serhij syarhei siarhei seryozha sergiy sergii sergiu
        sofia: sofiya sonya sofiia sonia
        stanislav: stas stanislaw
        stepan: stephen
        svetlana: svitlana sveta lana svetla sviatlana
        taras: tarasik
        tatiana: tetiana tanya tatyana tania tetyana taciana tatsiana
        timofey: tymofiy timothy tima timofei
        vadim: vadym
        valentina: valentyna valya
        valery: valeriy valerii valera
        vasily: vasyl vasya vasiliy basil vasile vasilios vasil
        vera: vira
        viktor: victor vitya viktar
        viktoria: viktoriia vika victoria viktoriya
        vitaly: vitaliy vitalii vitalik vital
        vladimir: volodymyr vova volodya vladimer uladzimir wladimir wolodymyr vladlen
        vladislav: vladyslav vlad uladzislau slava
        vyacheslav: viacheslav slava vyatcheslav
        yaroslav: iaroslav slava jaroslav
        yelizaveta: liza elizaveta yelyzaveta elizabeth lizaveta
        yulia: yuliya julia iuliia yuliia
        yuri: yuriy iurii yury yurii jurij george jury
        zinaida: zina
        zhanna: jeanne joanna
        """
}
