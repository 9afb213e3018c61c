// SPDX-License-Identifier: Apache-2.0

extension NameVariants {
    /// English pet forms of boys' names, and their forms in other languages of Europe. Source: common knowledge, compiled for this package; measured by `Benchmarks/linkage/names`.
    static let boysTable = """
        robert: robin robbo rab rabbie dob bertie robb
        richard: dickie dicky dickon ritchie rikki rikky
        william: wilf wills willum bil wim wilhelm guillaume guillermo guglielmo vilem uilleam gwilym gwil
        henry: hank hal harri henri heinrich enrique enrico henryk hendrik heini
        edward: ned neddy teddie eduard edouard eduardo edvard eddy
        john: hank jock jackie jacky johnnie jonty jean juan joao giovanni gianni johann johannes johan jan janos jens hans yann jovan iain sion ieuan ifan evan iwan
        james: jem jimbo jago jacques jaime jay hamish seumas seamas diego giacomo
        charles: chaz chaza carl karl carlos carlo karel charlot
        thomas: tam tammy tomek tomos thom thos tomi tommaso tomaso massey
        michael: mikkel michel miguel michele mihaly mikel mitch mischa misha mihail micah
        david: dai dawid taffy davide davie daoud dawud dewi daithi
        daniel: danyal daniil danilo danyil danni danek danya
        joseph: jos josef jose jozef giuseppe joss josip jef yosef youssef osip pepe
        anthony: antoni antonio anton antoine toni antek tonino antal
        stephen: stefan stephan esteban etienne stevo stefano istvan szczepan stepan stef
        nicholas: nick nikolas nicolas nicolai nikolai nikolay mykola miklos colin klaus claus nikos mikolaj col niccolo cole
        alexander: alasdair alistair alastair alister al alexandre alejandro alessandro aleksandr sandor aleksander oleksandr sasha sashko olek alyosha iskander iskandar eskander sawney
        andrew: andreas andre andrei andrey andriy andrej andres andrius andris ondrej andrzej drew dandy anders andrea aindreas andras
        peter: pyotr petro petr petar piotr pedro pierre pietro pieter petrus peader peadar petre petros
        paul: pavel pavlo pawel pablo paolo paulo pal pol pavol pavle
        george: jorge georg georgi giorgio georges jurgis jerzy jiri yuri gheorghe georgios juraj yorgos dode doddie geordie joris jordi
        philip: philippe felipe filip filippo filippe flip fulop philipp
        francis: francisco francesco franz francois franciszek frantisek proinsias ferenc franek franco frankie
        lawrence: lorenzo laurent lars lawrie lorcan laurynas loz
        matthew: mateusz matthieu mateo matteo matthias matias matej mattie matvey matei
        mark: marc marcus marco marek marcos markus marko mars
        luke: lucas luca lukas lukasz luc luka
        gregory: grzegorz grigori grigory gregor greger hryhoriy grigorij grisha
        benjamin: binyamin benedict benjy benj benek veniamin
        samuel: samu shmuel samy samuil
        abraham: abe bram avraham ibrahim avram abram
        isaac: ishaq itzhak yitzhak ike izaak isac
        moses: musa moshe moussa moss
        jonah: yunus younis yunis
        zachary: zakariya zacharias zakaria zakary zechariah
        solomon: sol sulaiman suleiman suleyman solly salomon
        elijah: ilyas elias eli ilya eliyahu
        aaron: harun haroon aron
        noah: nuh noe
        gabriel: gabe jibril gabor gavriil
        adam: adekin adas ademi aadan aadam adem
        barry: baz bazza finbar finnbar bazzer
        gary: gaz gazza garry
        terence: tez tezza
        darren: daz dazza
        jeremy: jem jez jezza jerry
        harold: hal
        hugh: hughie shug huw huwie hugo hyw aodh ewan hughes
        roger: rodge hodge rog ruaidhri
        ralph: rafe rawle raff
        walter: wat wally walt walther
        gilbert: gil gib bert
        bernard: bernie barney bernhard bernardo
        cuthbert: cuddy bert
        herbert: herb bert herbie
        hubert: bert hugh hube
        sidney: sid syd sydney
        stanley: stan
        ernest: ernie ern ernst ernesto
        cecil: cec
        clifford: cliff
        clive: cliffy
        desmond: des dezzie
        dennis: den denny denis denys
        derek: del derrick deric
        trevor: trev
        norman: norm
        neville: nev
        nigel: nige
        oswald: oz ozzie ossie
        percival: percy
        roderick: rod roddy rory
        rodney: rod
        rupert: rupe
        russell: russ
        sebastian: seb bastian seba
        simon: si simeon shimon semyon szymon sim
        sylvester: sly
        tobias: toby tobi
        valentine: val
        victor: vic viktor vittorio wiktor
        wilfred: wilf fred
        ambrose: brose
        augustine: gus austin augustin
        clarence: clarrie
        dominic: nic domingo domenico nick
        ferdinand: ferdy fernando
        frederick: friedrich federico fritz frederic frederik
        gerard: ger gerry ged gerardo gerhard
        gerald: gearoid ged garret geraldo
        godfrey: geoff
        humphrey: humph
        jasper: caspar casper kasper
        julian: jules julius jools
        kenneth: coinneach kennie
        laurence: larry loz
        leopold: leo
        lionel: leo
        luther: lute
        magnus: mansie
        marmaduke: duke
        maurice: morris maury moritz muiris
        mervyn: merv
        montague: monty
        mortimer: mort
        nathan: nat
        osbert: oz bert
        patrick: pat patsy padraic padraig patricio patryk patrice porick paudie
        quentin: quinn
        raphael: rafe rafa rafal rafael
        rowland: roly roland rollo
        rudolph: rudy rolf rudi
        thaddeus: tad thad tadeusz
        ulysses: lys
        vernon: vern
        vivian: viv vyvyan
        """
}
