// SPDX-License-Identifier: Apache-2.0

extension NameVariants {
    /// Names that thousands bear, given and family names of Britain's communities, forms of one name only once: two of them are two names,
    /// though one letter parts them. Source: common knowledge of usual names.
    static let knownNames = """
        aaron abbie abigail adam adrian aidan aisha alan albert alex alexander alfie alice alison amanda amber amelia amy andrea andrew angela
        angus ann anthony april archie arlo arthur ashley audrey austin ava barbara barry beatrice ben benjamin beth bethany betty beverley
        blake bobby bradley brandon brenda brian bruce bryan caleb callum calvin cameron carl carla carmel carol caroline carolyn casey
        catherine cecil charlene charles charlie charlotte chelsea cheryl chloe christian christina christine christopher claire clara clive
        cody colin connie conor corey craig cynthia daisy damian dan daniel danielle daphne darcy darren david dawn dean deborah debra declan
        denis denise derek dermot diana diane dominic donald donna doreen doris dorothy douglas duncan dylan edith edward eileen elaine eleanor
        eliot elizabeth ella ellen ellie elliot elsie emily emma eric erin ernest esme esther ethan eva evan evelyn evie ewan felix finlay finn
        fiona florence frances frank freddie freya gail gareth gary gavin gemma geoffrey george georgia georgina gerald gerard gillian gina
        glen gloria gordon grace graham gwen hannah harley harold harriet harrison harry harvey hayley hazel heather heidi helen henry hilary
        hollie holly hugo ian imogen irene iris isaac isabel isabella isla ivan ivy jack jackson jacob jacqueline jade jake james jamie jan
        jane janet janice jasmine jason jay jean jeanette jenna jennifer jeremy jessica jill joan joanna joanne jodie joel john jonathan jordan
        joseph josephine joshua joy joyce jude judith julia julian julie june justin karen karl kate katherine kathleen katie kay kayleigh
        keith kelly kenneth kerry kevin kieran kim kirsty kyle lacey laura lauren lawrence layla leah leanne lee leo leon leonard leslie lewis
        liam lily linda lisa logan lois lorna lorraine louis louise luca lucas lucy luke lydia lynn mabel madeleine madison maisie malcolm
        marc marcus margaret maria marian marie marilyn marina marion mark martha martin martina mary mason matilda matthew maureen maurice max
        maya megan melanie melissa mia michael michelle mila milan millie miriam mohan moira molly monica morgan muriel nancy naomi natalie
        natasha nathan neil nicholas nicola nicole nigel nina noah norma norman oliver olivia oscar owen pamela patricia patrick paul paula
        pauline penelope penny peter philip philippa phoebe phyllis polly poppy rachel ralph raymond rebecca reece reggie rhys richard riley
        rita robert robin rodney roger ronald ronnie rory rosa rose rosemary rosie ross roy ruby rupert russell ruth ryan sally sam samantha
        samuel sandra sara sarah scott sean sebastian shane shannon sharon shaun sheila shirley sidney simon sonia sophia sophie spencer
        stacey stanley stella stephanie stephen steven stuart summer susan suzanne sylvia tara taylor terence teresa theo thomas tiffany
        timothy toby tom tracey trevor tyler valerie vanessa vera vernon veronica victor victoria vincent violet virginia vivian walter wayne
        wendy wesley william winifred yvonne zac zara zoe mario marta anita diana dina nora nuala una maeve niall niamh neve ciara cara
        aoife roisin sinead siobhan orla grainne caoimhe saoirse deirdre cormac cathal fergus lorcan oisin ronan fintan colm dara tiernan
        eamon brendan enda emer ailish brona brigid clodagh cian cillian eoin fionn tadhg rian senan shay shea donal dermot sile dearbhla
        carys cerys ceri dilys emyr eira elen eleri elin elis ffion gethin gwilym hywel ieuan ifan iolo llinos lowri macsen mali mared
        nerys nia non osian rhian rhiannon rhodri rhys sian sioned steffan tegan tomos aled alun bryn dewi dylan eilir gareth geraint
        euan fraser hamish iona mhairi morag murdo rory skye struan angus blair craig ross gregor callan catriona eilidh ailsa kirsty lachlan
        smith jones taylor brown williams wilson johnson davies robinson wright thompson evans walker white roberts green hall wood jackson
        clarke clark patterson harris lewis martin cooper edwards turner hughes ward hill moore harrison scott young morris watson baker king
        allen mitchell anderson cook bennett bell parker bailey miller shaw richardson cox marshall simpson carter collins adams
        mason mills barker barnes burns marsh nash dawson lawson nelson holmes palmer webb west hart hurst allan atkinson austin ball banks
        barton bates berry bird bishop black booth bradley brooks bryant burgess burton butcher butler byrne campbell carr chapman coleman
        coles cole coates cross cunningham curtis davidson davis dixon dean dennis dunn elliott ellis evans farmer field fisher fletcher
        ford foster fox francis freeman french gardner gibbs gibson gilbert giles glover goodwin gordon gough grant gray gregory griffin
        griffiths hamilton hammond harding hardy hargreaves harper harvey hawkins hayes haynes henderson henry hewitt hicks higgins hodgson
        holland holt hooper hope hopkins horton houghton howard howarth howe howell hudson humphreys hunt hunter hussey hutchinson ingram
        jarvis jenkins jennings johnston jordan joyce kay kelly kemp kennedy kent kerr kirby kirk knight knowles lamb lambert lane law leach
        lees leigh lester little lloyd long lord lowe lucas lyons macdonald mann manning marsden mathews may mccarthy mcdonald mckenzie mclean
        metcalfe middleton miles moran morgan morley morrison morton moss murphy murray myers naylor newman newton nicholls nicholson nixon
        noble nolan norman norris north norton oakley oliver osborne owen page parkin parkinson parry parsons payne peacock pearce pearson
        perkins perry peters phillips pickering platt poole pope porter potter powell power pratt preston price pritchard quinn ramsay
        randall read reed rees reeves reid reynolds rhodes rice richards riley robertson robson rogers rose ross rowe rowley russell ryan
        sanders sanderson saunders savage schofield sharp sharpe shepherd short simmons sinclair skinner slater smart spencer stanley steele
        stephens stephenson stevens stevenson stewart stokes stone storey stubbs summers sutton swift sykes talbot tate thomas thornton
        todd tomlinson townsend tucker turnbull tyler vaughan vincent wade wall wallace wallis walsh walters walton warner warren waters watkins
        watts weaver webster weston wheeler whitehead whitehouse whittaker wilkins wilkinson willis winter woodward wyatt yates allison alderson
        addison doyle gallagher doherty lynch mcloughlin carroll connolly daly dunne brennan burke farrell fitzpatrick brady donnelly casey
        keane kavanagh keegan keenan kenny keogh maher mahon maguire malone mcgrath mcmahon moloney mooney moran mulligan nolan oneill regan
        reilly roche rooney sheehan sheridan sullivan sweeney tierney tobin whelan
        ali ahmed abbas abid adil adnan afzal akbar akram alam ameena amina amira amir amin anas anwar arif arshad asad asif asim aslam ayaan
        ayan ayub azam azhar aziz bashir bilal burhan danish ejaz fahad fahim faisal faiz farah farhan farhad farid faridah farida farooq
        farzana fatima fawad fayaz ghazala habib hadi hafeez hafiz hafsa haider hakim halim halima hamid hamida hamza hana hanif haris harun
        hasina hassan hina huda hussain ibrahim idris iftikhar ijaz ilyas imad imam imran inam iqbal iqra irfan irshad isa ishaq ismail jabir
        jabbar jafar jalal jamal jamil jamila jawad javed junaid kabir kaleem kalim kamal kamil kamran karim karima kashif kausar khadija
        khalid khalida khalil laila latif latifa liaqat lubna luqman maha mahdi mahmood majid malik malika mansoor mariam maryam masood maqsood
        mehmet mona mubarak mubeen muhammad munir murad musa mustafa nabeel nabil nabila nadeem nadia nadir naeem nafisa nahid naima najib
        najma nargis nasim nasima nasir nasra nasreen nasrin naveed nawaz nazia nazir nazma nida noman noor omar osama parveen parvez
        qadir qasim qaiser rabia rafiq rahim rahima rahman raja rameez rana rania rashid rashida rasheed razia reza rida riaz rizwan robina
        rubina rukhsana saad saba sabir sabina sadia sadiq saeed safdar safiya saif saima sajid sajida salah salim salima salma salman sami
        samina samir samira sana sarwar shabana shabir shabnam shafiq shahid shahida shahzad shakil shama shamim sharif shazia shehnaz
        shoaib siddiq sohail sultan sultana sumaira taha tahir tahira tariq tasneem tayyab tehmina ubaid umaira usman uzma wahid waheed wajid
        waqar waqas wasim yahya yasin yasir yasmin younis yunus yusuf zafar zahid zahida zahir zahra zaid zain zainab zakir zaman zeeshan zia
        zohra zubair khan begum akhtar shah rahman chowdhury miah uddin islam mirza qureshi sheikh butt raja aslam saleem malik hashmi
        bhatti dar haque siddiqui abbasi baig ansari rehman awan gondal rathore minhas janjua mughal kayani bukhari gilani naqvi
        rizvi zaidi kazmi hamdan haddad mansour nasser najjar khoury karimi rahimi ahmadi rezaei hosseini
        aarav aditi aditya ajay akash akshay amit amrit amrita anand anil anita anjali ankit anu anuj anup aparna aravind archana arjun arun
        aruna asha ashish ashok ashwin bala bharat bhavna chandra deepa deepak deepika dev devi dhruv dilip dinesh divya gaurav gautam gita
        gopal govind hari harish harpreet gurpreet manpreet jaspreet harjit kuldip manjit baljit simran indira ishaan jaya jayant jitendra
        jyoti kabita kajal kamala karan karthik kavita kiran komal kumari lalit lalita lata mahesh manish manisha manju manoj meena meera
        mohit monika mukesh nandini naresh narayan navin neelam neeraj neha nikhil nisha nitin padma pankaj parth pooja prabha pradeep prakash
        pramod prasad pratap pravin prem preeti priya priyanka radha rahul rajan rajesh rajiv raju rakesh ram rama ramesh ranjit
        rashmi ravi reena rekha renu rina ritu rohan rohini rohit roshan sachin sandeep sandhya sangeeta sanjay sanjeev sarita satish seema
        shanti sharmila shashi sheela shilpa shobha shreya shweta sita smita sneha sonal subhash sudha suman sumit sunil sunita suresh surya
        sushil swati tanvi tarun uma usha varun vasudha veena vidya vijay vikram vimal vinay vinod vishal vivek patel singh kaur sharma kumar
        gill sandhu dhillon sidhu bains mistry desai joshi mehta parmar solanki gupta reddy nair menon iyer pillai rao das bose ghosh sen
        shetty kapoor khanna malhotra chopra arora bhatia sethi verma varma mishra pandey tiwari trivedi dave vyas modi rana thakur chauhan
        grewal bajwa mann brar dosanjh uppal virdi sahota johal atwal
        adam agata agnieszka aleksandra alicja andrzej aneta anna barbara bartosz beata bogdan bozena damian daniel danuta dariusz dawid dominik
        dorota edyta elzbieta emilia ewa ewelina filip gabriela grazyna grzegorz halina hanna henryk hubert irena iwona izabela jacek jadwiga
        jakub janina janusz jaroslaw jerzy joanna jolanta jozef julia justyna kacper kamil kamila karol karolina kamila katarzyna kazimierz
        kinga klaudia konrad krystian krystyna krzysztof leszek lukasz maciej magdalena maja malgorzata marcin marek maria mariola mariusz
        marta martyna marzena mateusz michal mikolaj miroslaw monika natalia nikola oliwia patrycja patryk pawel piotr przemyslaw radoslaw rafal
        renata robert roman ryszard sebastian slawomir stanislaw stefan sylwia szymon tadeusz teresa tomasz urszula waldemar wanda weronika
        wieslaw wiktor wiktoria wioletta wlodzimierz wojciech zbigniew zdzislaw zofia zuzanna nowak wisniewski wojcik kowalczyk
        kaminski lewandowski zielinski szymanski wozniak dabrowski kozlowski jankowski mazur krawczyk piotrowski grabowski pawlowski michalski
        wieczorek jablonski wrobel krol majewski olszewski jaworski malinowski stepien dudek pawlak witkowski walczak sikora baran rutkowski
        michalak szewczyk ostrowski tomaszewski pietrzak marciniak zalewski wroblewski jasinski zawadzki bak sadowski duda
        oleksandr dmytro serhiy andriy volodymyr mykola bohdan taras maksym artem anton denys ihor ivan oleh roman ruslan vasyl viktor vitaliy
        yaroslav yuriy oksana olena iryna tetiana natalya svitlana yulia kateryna maryna nadiya halyna lyudmyla valentyna viktoria anastasia
        daria polina sofia larysa shevchenko kovalenko bondarenko tkachenko kravchenko oliynyk kovalchuk koval polishchuk lysenko moroz
        melnyk marchenko rudenko savchenko petrenko ivanov petrov smirnov kuznetsov popov vasiliev sokolov mikhailov novikov fedorov morozov
        volkov alekseev lebedev semenov egorov pavlov kozlov stepanov nikolaev orlov andreev makarov nikitin zakharov boris igor oleg pavel
        andrei alexandru mihai florin cristian stefan gheorghe ion vasile dumitru nicolae daniela cristina ioana andreea elena mihaela gabriela
        raluca roxana simona alina adriana bianca laura oana corina popescu ionescu popa radu stan stoica dumitru gheorghiu
        marin tudor dobre barbu nistor florea matei ciobanu rusu munteanu lazar vytautas jonas tomas mindaugas darius rasa jurgita ruta
        kazlauskas petrauskas jankauskas stankevicius butkus
        kwame kofi kwabena yaw kwaku kwasi kojo ama akosua abena efua esi adwoa afia mensah owusu boateng asante appiah osei agyeman amoah
        ansah addo annan acheampong opoku okafor okonkwo eze nwosu okeke okoye obi nwankwo onyeka adeyemi adebayo ogunleye balogun
        ojo adeleke ajayi adesanya oyelaran bello okoro okon effiong bassey chinedu emeka ikechukwu kelechi obinna uche chioma ngozi ifeoma
        adaeze chidi ebele olumide babatunde segun femi tunde folake temitope yetunde bukola funmilayo kemi bisi dayo kunle wale
        abdi abdirahman farah warsame hodan fadumo sahra ayan hassan tesfaye haile dawit selam hiwot tigist bekele alemu mulugeta tadesse
        tendai tapiwa farai rudo chipo tsitsi nyasha moyo ncube sibanda dube mutasa ndlovu sithole khumalo dlamini nkosi
        wang zhang liu chen yang zhao wu zhou xu sun ma zhu hu guo he lin luo zheng liang song tang han feng deng cao peng zeng
        xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding shen yao fang qian bai jin
        ming jun jian hao lei qiang xin zhi kai yi chun minh tuan hung duc anh bo gang mei xiu ying yan hui jing na xia yue lan linh huong
        thao trang ngoc thu ling fen ping qing rong shan tao ting xue yun hong hua hai bin bing chao nguyen tran pham phan vu dang bui
        vo duong dinh trinh mai quang khanh dung hieu hoa nga phuong tam thanh thuy tien tung van vinh
        """
}
